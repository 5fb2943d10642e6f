import { type Instruction, isPair, programOf } from './pattern-program.js';

/**
 * Runs a regular expression as the engine of Node does, by trying one way after another, and counts the
 * characters it looks at. The number says how the time grows, on every machine the same.
 */
export interface Counted {
  steps: number;
  /** Where the match begins and ends; null if there is none. */
  match: readonly [number, number] | null;
}

/** What one text may cost; an exponential pattern would never end. */
const MAX_STEPS = 20_000_000;

let steps = 0;

/** One `exec` of a pattern from a place in the text; flag `y` holds it to that place. */
export function countedMatch(pattern: RegExp, text: string, from = 0): Counted {
  const { program, registers, isAnchored, isUnicode } = programOf(pattern);
  steps = 1;
  const last = isAnchored || pattern.sticky ? from : text.length;
  if (isAnchored && from > 0) return { steps, match: null };
  for (let start = from; start <= last; start += isUnicode && isPair(text, start) ? 2 : 1) {
    const end = run(program, text, start, new Array<number>(registers).fill(-1));
    if (end !== null) return { steps, match: [start, end] };
  }
  return { steps, match: null };
}

/** What all patterns used by a piece of work look at, and once more for each time one is asked. */
export function countedSteps(work: () => void): number {
  const exec: RegExp['exec'] = Reflect.get(RegExp.prototype, 'exec');
  let sum = 0;
  const counting = function (this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    RegExp.prototype.exec = exec;
    try {
      if (from <= text.length) sum += countedMatch(this, text, from).steps;
      return exec.call(this, text);
    } finally {
      RegExp.prototype.exec = counting;
    }
  };
  RegExp.prototype.exec = counting;
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return sum;
}

function run(program: Instruction[], text: string, start: number, registers: number[]): number | null {
  // Ways not yet tried, as (instruction, place), and what stood in a register, as (-1 - register, value).
  const untried: number[] = [];
  let [next, at] = [0, start];
  for (;;) {
    const instruction = program[next] as Instruction;
    let holds = true;
    next += 1;
    switch (instruction.do) {
      case 'character':
        steps += 1;
        if (steps > MAX_STEPS) throw new TooManySteps();
        if (instruction.back) {
          const width = instruction.width === 2 && at > 1 && isPair(text, at - 2) ? 2 : 1;
          holds = at > 0 && instruction.test(text, at - width);
          at -= width;
        } else {
          holds = at < text.length && instruction.test(text, at);
          at += instruction.width === 2 && isPair(text, at) ? 2 : 1;
        }
        break;
      case 'fork':
        untried.push(instruction.second, at);
        next = instruction.first;
        break;
      case 'go':
        next = instruction.to;
        break;
      case 'note':
        untried.push(-1 - instruction.register, registers[instruction.register] ?? -1);
        registers[instruction.register] = at;
        break;
      case 'progress':
        holds = registers[instruction.register] !== at;
        break;
      case 'assert':
        steps += 1;
        holds = instruction.test(text, at);
        break;
      case 'look':
        holds = (run(instruction.program, text, at, registers) === null) === instruction.negate;
        break;
      case 'again': {
        const [from = -1, to = -1] = registers.slice(2 * instruction.group, 2 * instruction.group + 2);
        const part = from < 0 || to < 0 ? '' : text.slice(Math.min(from, to), Math.max(from, to));
        steps += part.length;
        if (instruction.back) at -= part.length;
        holds = at >= 0 && text.startsWith(part, at);
        if (!instruction.back) at += part.length;
        break;
      }
      case 'done':
        return at;
    }
    if (holds) continue;
    for (;;) {
      const place = untried.pop();
      const target = untried.pop();
      if (place === undefined || target === undefined) return null;
      if (target < 0) registers[-1 - target] = place;
      else {
        [next, at] = [target, place];
        break;
      }
    }
  }
}

/** More than anybody would wait for. */
export class TooManySteps extends Error {}
