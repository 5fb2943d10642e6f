import type { Locale } from '../common/locale.js';
import { shownName } from '../common/shown-name.js';
import { textsByLanguage } from '../common/texts.js';
import { withoutTrailing } from '../common/trim-characters.js';
import { oneLine } from './plain-words.js';

const greetings = textsByLanguage('greetings');

type Form = 'man' | 'woman' | 'mrs';

/** Words for „Herr“ and „Frau“ that lists hold, in any of our languages, without a full stop. */
const forms = new Map<string, Form>([
  ...['herr', 'herrn', 'mr', 'm', 'monsieur', 'pan', 'heer', 'dhr'].map((word) => [word, 'man'] as const),
  ...['frau', 'ms', 'mme', 'madame', 'pani', 'mevrouw', 'mevr', 'mw'].map((word) => [word, 'woman'] as const),
  ['mrs', 'mrs'],
]);

const TITLES_ONLY = /^(?:(?:Prof|Dr|Mag|Dipl|h|c|mult|med|jur|phil|rer|nat|pol|oec|ing)[.-]*\s*)+$/i;

/**
 * How a letter addresses somebody, without the comma after it.
 *
 * „Frau“, „Herr“, Ms, Mrs, Mr, Mme, Pani, de heer and so on (any case, with or without a full stop, also
 * followed by academic titles) become the greeting of the letter's language with the name; a longer
 * salutation is somebody's own wording and used as it is; without one the greeting is „Guten Tag“ or “Dear”.
 * What holds a web address greets nobody.
 */
export function greetingFor(
  person: { name: string | null; salutation: string | null },
  locale: Locale,
): string {
  const texts = greetings[locale];
  const name = oneLine(shownName(person.name));
  const salutation = withoutTrailing(oneLine(shownName(person.salutation)), /[\s,]/);
  const [first = '', ...others] = salutation.replace(/^de (?=heer\b)/i, '').split(' ');
  const title = others.join(' ');
  const form = forms.get(first.replace(/\.$/, '').toLowerCase());

  const isForm = form !== undefined && (title === '' || TITLES_ONLY.test(title));
  if (isForm && name !== '') return texts[form]({ name: title === '' ? name : `${title} ${name}` });
  if (title !== '' && !isForm) return salutation;
  return name === '' ? texts.nameless : texts.named({ name });
}
