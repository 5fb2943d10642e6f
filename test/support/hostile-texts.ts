/** A text of a length that is made to keep a pattern busy. */
export type HostileText = (length: number) => string;

const UNITS = Array.from(' a1.{<*_\n\t"\'-,/@|#').concat('{{');
const UNIQUE_END = '\u0001';

/** Repetitions of what texts are made of and of what is in the pattern, alone and behind each other. */
export function hostileTexts(source: string): HostileText[] {
  const words = [...new Set(literalRuns(source))].slice(0, 8);
  const alone = [...UNITS, ...words].map((unit) => repeated('', unit));
  const behind = words.flatMap((word) => UNITS.slice(0, 12).map((unit) => repeated(word, unit)));
  const mixed = words.flatMap((word) => [' ', 'a', '1'].map((unit) => repeated('', word + unit)));
  return [...alone, ...behind, ...mixed];
}

function repeated(before: string, unit: string): HostileText {
  return (length) => before + unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + UNIQUE_END;
}

/** The texts that a pattern asks for as they are, such as `{{`, `https` or one of a class. */
function literalRuns(source: string): string[] {
  const plain = source.replace(/\\[dDwWsSbBpPuxnrtfv](?:\{[^}]{0,20}\})?|\\[1-9]/g, '\u0000');
  const runs = plain.replace(/\\(.)/g, '\u0002$1').split(/[\0[\](){}?*+^$|.]/);
  const escaped = [...source.matchAll(/(?:\\[^\w\s])+/g)].map(([run]) => run.replaceAll('\\', ''));
  return [...runs.map((run) => run.replaceAll('\u0002', '')), ...escaped].filter((run) => run !== '');
}
