import type { Locale } from '../common/locale.js';
import { oneLine } from './plain-words.js';

const TITLES_ONLY = /^(?:(?:Prof|Dr|Mag|Dipl|h|c|mult|med|jur|phil|rer|nat|pol|oec|ing)[.-]*\s*)+$/i;

/**
 * How a letter addresses somebody, without the comma after it.
 *
 * „Frau“, „Herr“, Ms, Mrs, Mr (any case, with or without a full stop, also followed by academic
 * titles) are put before the name; a longer salutation is somebody's own wording and used as it is;
 * without one the greeting is „Guten Tag“ or “Dear”.
 */
export function greetingFor(
  person: { name: string | null; salutation: string | null },
  locale: Locale,
): string {
  const name = oneLine(person.name ?? '');
  const salutation = oneLine(person.salutation ?? '').replace(/\s*,+$/, '');
  const [first = '', ...others] = salutation.split(' ');
  const title = others.join(' ');
  const form = formOf(first.replace(/\.$/, '').toLowerCase(), locale);

  if (form && name !== '' && title === '') return `${form} ${name}`;
  if (form && name !== '' && TITLES_ONLY.test(title)) return `${form} ${title} ${name}`;
  if (title !== '' && !(form && TITLES_ONLY.test(title))) return salutation;
  if (name === '') return locale === 'de' ? 'Guten Tag' : 'Hello';
  return locale === 'de' ? `Guten Tag ${name}` : `Dear ${name}`;
}

function formOf(word: string, locale: Locale): string | null {
  switch (word) {
    case 'herr':
    case 'herrn':
    case 'mr':
      return locale === 'de' ? 'Sehr geehrter Herr' : 'Dear Mr';
    case 'mrs':
      return locale === 'de' ? 'Sehr geehrte Frau' : 'Dear Mrs';
    case 'frau':
    case 'ms':
      return locale === 'de' ? 'Sehr geehrte Frau' : 'Dear Ms';
    default:
      return null;
  }
}
