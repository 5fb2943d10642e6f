/** A place where the sources may go either way, and has to be followed both ways. */
interface Choice {
  key: string;
  taken: number;
  of: number;
}

/** More ways than this through one statement are a mistake of the reader, not a statement. */
const MAX_WAYS = 200;

/** Decides, in one run, which way to go; the same question gets the same answer. */
export class Choices {
  readonly made: Choice[] = [];

  constructor(private readonly script: readonly number[]) {}

  choose(key: string, of: number): number {
    const known = this.made.find((choice) => choice.key === key);
    if (known) return known.taken;
    const taken = this.script[this.made.length] ?? 0;
    this.made.push({ key, taken, of });
    return taken;
  }
}

/** Runs something once for every combination of the choices it asks for. */
export function everyWay<Result>(run: (choices: Choices) => Result): Result[] {
  const results: Result[] = [];
  let script: number[] | null = [];
  while (script) {
    if (results.length === MAX_WAYS) throw new Error(`more than ${MAX_WAYS} ways`);
    const choices = new Choices(script);
    results.push(run(choices));
    script = nextScript(choices.made);
  }
  return results;
}

/** Depth first: the last choice that has not been taken in every way is taken in the next. */
function nextScript(made: readonly Choice[]): number[] | null {
  const last = made.findLastIndex(({ taken, of }) => taken + 1 < of);
  const choice = made[last];
  if (!choice) return null;
  return [...made.slice(0, last).map(({ taken }) => taken), choice.taken + 1];
}
