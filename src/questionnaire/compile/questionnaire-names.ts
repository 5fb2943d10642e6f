import { coded, type CodedText } from '../../common/coded-text.js';
import type { Expression } from '../expressions/expression.js';
import { parsePath } from '../expressions/parse-path.js';

/** Root of what is known about the person: `{person.town}`. No question may be called so. */
export const PERSON = 'person';

/** The names a questionnaire can speak of in conditions and texts, found before anything is compiled. */
export interface KnownNames {
  /** Names of questions, of their words for „Sonstiges“, and of calculated values, as they are spelled. */
  roots: readonly string[];
  /** Of these the ranking questions, whose equality minds the order. */
  ordered: readonly string[];
  /** By name, in lower case: what can stand behind the name and a dot, such as the rows of a matrix. */
  parts: ReadonlyMap<string, readonly string[]>;
}

/** What is wrong with the names that an expression reads, none if all is well. */
export function problemsOfNames(expression: Expression, known: KnownNames): CodedText[] {
  return pathsIn(expression).flatMap((path) => problemOfPath(path, known) ?? []);
}

/**
 * `{name}` in a text stands for an earlier answer or for something known about the person; as in
 * SurveyJS what holds a colon does not.
 *
 * @returns what is wrong with the first name that means nothing, else null
 */
export function problemOfPiping(text: string, known: KnownNames): CodedText | null {
  for (const [, inner = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
    const name = inner.trim();
    if (name === '' || inner.includes(':')) continue;
    const path = parsePath(name, known.roots);
    const problem = 'problem' in path ? path.problem : problemOfPath(path, known);
    if (problem !== null) return problem;
  }
  return null;
}

type Path = readonly (string | number)[];

/** Every path an expression reads, but for conditions on rows, whose names are columns first. */
function pathsIn(expression: Expression): Path[] {
  if (expression === null || typeof expression !== 'object') return [];
  const [kind, ...parts] = expression;
  if (kind === 'value') return [];
  if (kind === 'get' || kind === 'raw') return [parts as Path];
  if (kind === 'each') return pathsIn(expression[2]);
  return parts.flatMap((part) => pathsIn(part as Expression));
}

function problemOfPath([root, ...steps]: Path, { parts }: KnownNames): CodedText | null {
  const name = String(root);
  const path = `{${[name, ...steps].join('.')}}`;
  if (name === PERSON) return steps.length > 0 ? null : coded('expression.nothing_of_person', { name: path });

  const last = steps.at(-1);
  const isPlace = typeof last === 'number' || last === 'length';
  const part = (isPlace ? steps.slice(0, -1) : steps).join('.').toLowerCase();
  const own = parts.get(name) ?? [];
  if (part === '' || own.some((known) => known.toLowerCase() === part)) return null;
  return own.length === 0
    ? coded('expression.has_no_parts', { name: path, question: name })
    : coded('expression.unknown_part', {
        name: path,
        question: name,
        parts: own.slice(0, 10).join(', '),
      });
}

/** Names that would hide what is known about the person. */
export function isReservedName(name: string): boolean {
  return /^person(?:\.|$)/i.test(name);
}
