import type { ConsoleLocale } from '../common/locale.js';
import { problemInWords } from './problem-in-words.js';

/** A problem in the words of the page; what stays English says so to screen readers. */
export function ProblemText({ message, locale }: { message: string; locale: ConsoleLocale }) {
  const said = problemInWords(message, locale);
  return locale === 'de' && said === message ? <span lang="en">{said}</span> : <>{said}</>;
}
