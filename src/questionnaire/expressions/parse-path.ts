import { coded, type CodedText } from '../../common/coded-text.js';
import type { Path } from './expression.js';

/** Names that survey-core answers itself, whatever a question is called. */
const builtIn = new Set([
  ...['locale', 'pageno', 'pagecount', 'questioncount', 'correctedanswers', 'correctanswers'],
  ...['correctedanswercount', 'incorrectedanswers', 'incorrectanswers', 'incorrectedanswercount'],
]);

/**
 * Splits what stands between braces, such as `matrix.row` or `panel[0].age`, as survey-core does: of
 * the known names the longest that fits is the root, in any case.
 *
 * @param known names as they are spelled; null if any name will do
 * @returns the path, or what is wrong with it
 */
export function parsePath(text: string, known: readonly string[] | null): Path | { problem: CodedText } {
  if (text.startsWith('$')) return { problem: coded('expression.reads_property', { name: `{${text}}` }) };
  if (builtIn.has(text.toLowerCase()))
    return { problem: coded('expression.built_in_name', { name: `{${text}}` }) };

  const steps = text.split('.').flatMap(splitIndex);
  const bad = steps.find((step) => step === '' || (typeof step === 'number' && !(step >= 0)));
  if (bad === '') return { problem: coded('expression.not_a_name', { name: `{${text}}` }) };
  if (bad !== undefined) return { problem: coded('expression.counts_from_end', { name: `{${text}}` }) };
  if (known === null) return steps as unknown as Path;

  const index = steps.findIndex((step) => typeof step === 'number');
  for (let end = index < 0 ? steps.length : index; end > 0; end--) {
    const name = steps.slice(0, end).join('.').toLowerCase();
    const root = known.find((candidate) => candidate.toLowerCase() === name);
    if (root !== undefined) return [root, ...steps.slice(end)];
  }
  return { problem: coded('expression.unknown_name', { name: `{${text}}` }) };
}

/** `a[1]` is the key `a` and the index 1; only the last pair of brackets counts. */
function splitIndex(step: string): (string | number)[] {
  const [, key, index] = /^(.*)\[(-?\d+)\]$/s.exec(step) ?? [];
  return key === undefined || index === undefined ? [step] : [key, Number(index)];
}
