import type { Locale } from '../common/locale.js';
import { shownName } from '../common/shown-name.js';
import { textsByLanguage } from '../common/texts.js';
import { highestTitle, isSpelledOut, joinedTitles } from './academic-titles.js';
import { coupleGreeting, lastOfTwo, namesTwo } from './couple-greeting.js';
import { type FormOfAddress, readFormOfAddress } from './form-of-address.js';
import {
  EVERYBODY,
  FAMILY,
  FAMILY_AFTER,
  type Form,
  NOTHING_KNOWN,
  openings,
  SPOUSES,
} from './greeting-words.js';
import { isBody } from './offices.js';
import { asDutchLastName, isFirstName, lastNameOf, type PersonName, readName } from './person-name.js';
import { oneLine } from './plain-words.js';

const greetings = textsByLanguage('greetings');

interface Row {
  /** The name's field, on one line. */
  written: string;
  name: PersonName;
  address: FormOfAddress;
  locale: Locale;
}

/**
 * How a letter addresses somebody, without the comma after it.
 *
 * Forms of address in any of our languages become the greeting of the letter's language, with the last name
 * where it can be told from the first and with academic titles as that language says them. Two forms greet a
 * couple, „Familie“ a family, and what is no person's name „Damen und Herren“. Whole wordings of somebody's own
 * are used as they are; „Sehr geehrte Frau“, which wants a name, gets it. What holds a web address greets nobody.
 */
export function greetingFor(
  person: { name: string | null; salutation: string | null },
  locale: Locale,
): string {
  const written = oneLine(shownName(person.name));
  const salutation = oneLine(shownName(person.salutation));
  if (openings.some(({ pattern }) => pattern.test(written)) && !/\p{L}/u.test(salutation)) {
    return greetingFor({ name: null, salutation: written }, locale);
  }
  const group = groupInName(written);
  const name = readName(NOTHING_KNOWN.test(written) ? '' : group.name);
  const address = readFormOfAddress(salutation, name.words);
  const row = { written, name, address: group.kind ? { ...address, group: group.kind } : address, locale };
  return groupGreeting(row) ?? personGreeting(row);
}

/** „Familie Berg“ in the name's field. */
function groupInName(written: string): { kind: 'family' | 'spouses' | null; name: string } {
  if (FAMILY.test(written)) return { kind: 'family', name: written.replace(FAMILY, '').trim() };
  if (SPOUSES.test(written)) return { kind: 'spouses', name: written.replace(SPOUSES, '').trim() };
  if (FAMILY_AFTER.test(written)) return { kind: 'family', name: written.replace(FAMILY_AFTER, '') };
  return { kind: null, name: written };
}

/** „Hans und Anna Berg“ are Berg. */
function sharedLastName(names: string): string | null {
  const name = readName(lastOfTwo(names));
  return name.words.length === 0 ? null : lastNameOf(name, null);
}

/** The greeting of more than one person, or null. */
function groupGreeting({ written, name, address, locale }: Row): string | null {
  const texts = greetings[locale];
  const isWhole = address.openingIn.length > 0 && address.rest.length > 0;
  if (address.group === 'body')
    return isWhole && address.openingIn.includes(locale) ? address.written : texts.body;
  const isSomebody =
    address.forms.length > 0 || name.forms.length > 0 || isFirstName(name.words[0] ?? '', null);
  if (EVERYBODY.test(written)) return texts.body;
  if (address.group === null && isBody(written.split(' '), isSomebody)) {
    return isWhole ? address.written : texts.body;
  }
  if (address.group !== null) {
    if (isWhole) return address.written;
    const named = name.words.length > 0 ? written : address.rest.join(' ');
    const last = sharedLastName(groupInName(named).name);
    if (last === null) return texts.body;
    return texts[address.group]({ name: last });
  }
  const isCouple = address.forms.length === 2 || namesTwo(written);
  return isCouple && !isWhole ? coupleGreeting(written, address, locale) : null;
}

function personGreeting(row: Row): string {
  const { address, locale } = row;
  const texts = greetings[locale];
  const form = formOf(row);
  const name = nameOf(row);
  const titles = joinedTitles(address.titles, name.titles);
  const whole = [...titles, ...name.words].join(' ');
  if (isOwnWording(row)) return address.written;
  if (form === 'contradiction') return whole === '' ? texts.nameless : texts.named({ name: whole });

  if (form === null) return withoutForm(row, whole);
  const last = name.words.length === 0 ? null : lastNameOf(name, form);
  if (last === null) return withoutLastName(row, form, name);
  return called(row, form, { last, titles, office: address.office || name.office });
}

function called(
  { address, locale }: Row,
  form: Form,
  { last, titles, office }: { last: string; titles: string[]; office: string },
): string {
  const texts = greetings[locale];
  const isFrenchOffice = /^l[ae’']/i.test(office);
  if (isFrenchOffice && locale === 'fr') {
    return texts[form]({ name: office });
  }
  if (locale === 'de') {
    const german = isFrenchOffice ? '' : office;
    const name = [german, ...titles, last].filter((part) => part !== '').join(' ');
    return withOwnOpening(address, texts[form]({ name }), locale);
  }
  const name = locale === 'nl' ? asDutchLastName(last) : last;
  const title = highestTitle(titles);
  if (title === null) return withOwnOpening(address, texts[form]({ name }), locale);
  return texts[title][form === 'man' ? 'man' : 'woman']({ name });
}

/** „Liebe Frau“ stays „Liebe“ where the letter speaks its language. */
function withOwnOpening({ written, openingIn }: FormOfAddress, greeting: string, locale: Locale): string {
  if (!openingIn.includes(locale) || locale === 'pl') return greeting;
  const own = OWN_OPENINGS.exec(written)?.[0];
  const usual = OWN_OPENINGS.exec(greeting)?.[0];
  return own === undefined || usual === undefined ? greeting : own + greeting.slice(usual.length);
}

const OWN_OPENINGS =
  /^(?:sehr (?:ge|ver)ehrte[rs]?|(?:hoch)?(?:ge|ver)ehrte[rs]?|liebe[rs]?|werte[rs]?|hallo|guten (?:tag|morgen|abend)|grüß gott|grüezi|moin|servus|dear|hello|hi|good (?:morning|day)|chère?|cher|bonjour|bonsoir|geachte|beste|goedendag|goedemorgen|dag)(?=,? )/i;

/** A greeting needs a last name after a form; with an office, or in languages that go without, it does not. */
function withoutLastName({ address, locale }: Row, form: Form, name: PersonName): string {
  const texts = greetings[locale];
  const first = name.words.join(' ');
  const office = address.office || name.office;
  const isFrench = /^l[ae’']/i.test(office);
  if (office !== '' && (isFrench ? locale === 'fr' : locale === 'de')) return texts[form]({ name: office });
  const spelledOut = address.titles.find(isSpelledOut);
  if (first === '' && spelledOut !== undefined && locale === 'de') return texts[form]({ name: spelledOut });
  return first === '' ? texts.nameless : texts.named({ name: [...name.titles, first].join(' ') });
}

/** „Hallo“, „Dr.“, nothing at all. */
function withoutForm({ address, locale, name }: Row, whole: string): string {
  const texts = greetings[locale];
  const isOwn = address.openingIn.includes(locale);
  const named = [address.office || name.office, whole].filter((part) => part !== '').join(' ');
  if (named === '' || name.words.length === 0)
    return isOwn && address.isGreetingAlone ? address.written : texts.nameless;
  if (!isOwn || locale === 'pl') return texts.named({ name: locale === 'de' ? named : whole });
  const own = OWN_OPENINGS.exec(`${address.written} `)?.[0] ?? '';
  return own === '' ? texts.named({ name: named }) : `${own} ${named}`;
}

/** What the row says of one person; two that differ are a contradiction. */
function formOf({ address, name }: Row): Form | 'contradiction' | null {
  const [said] = address.forms;
  const [inName] = name.forms;
  if (address.forms.length > 1 || name.forms.length > 1) return 'contradiction';
  if (said !== undefined && inName !== undefined && (said === 'man') !== (inName === 'man'))
    return 'contradiction';
  return said ?? inName ?? null;
}

/** The name, from its own field or else from behind the form of address, „Frau Berg“. */
function nameOf({ address, name }: Row): PersonName {
  if (address.rest.length === 0 || address.forms.length === 0) return name;
  const behind = readName(address.rest.join(' '));
  if (name.words.length === 0) return behind;
  const words = name.words.map((word) => word.toLowerCase());
  return behind.words.every((word) => words.includes(word.toLowerCase())) ? name : behind;
}

/** Somebody's own sentence: an opening with all it needs, or words that are no form of address. */
function isOwnWording({ address, name, locale }: Row): boolean {
  const { openingIn, rest, office, forms, titles, written } = address;
  if (written === '') return false;
  const isComplete = rest.length > 0 || office !== '';
  if (openingIn.length > 0) {
    if (forms.length === 1 && office === '' && rest.length > 0 && !openingIn.includes(locale)) return false;
    const isPolish = openingIn.includes('pl') && forms.length > 0 && !/pan$/i.test(written);
    const isNameless =
      name.words.length === 0 && /(?:sir|madame?|monsieur|geachte heer|mevrouw)$/i.test(written);
    const isTitled = name.words.length === 0 && isSpelledOut(titles.at(-1) ?? '');
    return isComplete || (openingIn.includes(locale) && (isPolish || isNameless || isTitled));
  }
  const isNameAgain = rest.join(' ').toLowerCase() === name.words.join(' ').toLowerCase();
  return forms.length === 0 && titles.length === 0 && rest.length > 1 && !isNameAgain;
}
