import { textOf, unpacked } from '../common/coded-text.js';
import type { ConsoleLocale } from '../common/locale.js';

/**
 * What the database holds of a coded text, in the words of the page. Anything else, such as a mail server's
 * reply or a sentence that an earlier build has stored, is English and says so to screen readers.
 */
export function StoredText({ text, locale }: { text: string; locale: ConsoleLocale }) {
  const said = unpacked(text);
  if (said) return <>{said.map((one) => textOf(one, locale)).join(' ')}</>;
  return locale === 'en' ? <>{text}</> : <span lang="en">{text}</span>;
}
