import type { Locale } from '../common/locale.js';
import { withoutTrailing } from '../common/trim-characters.js';

/** How one person is addressed; English parts Ms and Mrs. */
export type Form = 'man' | 'woman' | 'mrs';

/** A word without its full stop, in small letters, as these tables hold it. */
export const plainWord = (word: string): string => withoutTrailing(word.toLowerCase(), /[.,:]/);

const formWords: Record<Form, string> = {
  man: 'herr herrn hr hrn mr mister sir m monsieur pan pana panie heer dhr meneer mnr männlich male mann homme',
  woman:
    'frau fr frl fräulein ms miss madam mme madame mademoiselle mlle pani mevrouw mevr mw weiblich female w f femme',
  mrs: 'mrs',
};

/** Words for „Herr“ and „Frau“ that lists hold, in any of our languages, codes such as m and w among them. */
export const forms: ReadonlyMap<string, Form> = new Map(
  (['man', 'woman', 'mrs'] as const).flatMap((form) =>
    formWords[form].split(' ').map((word) => [word, form] as const),
  ),
);

/** Words that join two people. */
export const AND = /^(?:und|u\.?|&|\+|and|et|i|en|oraz)$/i;

/** What opens a greeting, by the languages it belongs to; the first five words of people's own wording. */
export const openings: readonly { pattern: RegExp; locales: readonly Locale[]; isWholeAlone: boolean }[] = [
  {
    pattern: /^(?:sehr (?:ge|ver)ehrte[rsn]?|(?:hoch)?(?:ge|ver)ehrte[rs]?|liebe[rsn]?|werte[rs]?)(?= |$)/i,
    locales: ['de'],
    isWholeAlone: false,
  },
  {
    pattern: /^(?:hallo|guten (?:tag|morgen|abend)|grüß gott|grüezi|moin|servus)(?=,? |$)/i,
    locales: ['de'],
    isWholeAlone: true,
  },
  { pattern: /^dear(?= |$)/i, locales: ['en'], isWholeAlone: false },
  { pattern: /^(?:hello|hi|good (?:morning|day))(?=,? |$)/i, locales: ['en'], isWholeAlone: true },
  { pattern: /^(?:chère?s?|chers?)(?= |$)/i, locales: ['fr'], isWholeAlone: false },
  { pattern: /^(?:bonjour|bonsoir)(?=,? |$)/i, locales: ['fr'], isWholeAlone: true },
  { pattern: /^(?:geachte|beste|lieve)(?= |$)/i, locales: ['nl'], isWholeAlone: false },
  { pattern: /^(?:goedendag|goedemorgen|dag)(?=,? |$)/i, locales: ['nl'], isWholeAlone: true },
  { pattern: /^(?:szanown[aeyi]|drog[ai])(?= |$)/i, locales: ['pl'], isWholeAlone: false },
  { pattern: /^(?:dzień dobry|witam)(?=,? |$)/i, locales: ['pl'], isWholeAlone: true },
];

/** Both forms at once, or an ending left to choose: the sender does not know which it is. */
export const UNDECIDED =
  /(?:^|[\s(])(?:(?:herrn?|hr|mr|m|monsieur|pan|(?:de )?heer|dhr)\.?\s*(?:\/|\||oder|or|ou|lub|of)\s*(?:frau|fr|mr?s|mme|madame|pani|mevrouw|mevr|mw)|(?:frau|fr|mr?s|mme|madame|pani|mevrouw|mevr|mw)\.?\s*(?:\/|\||oder|or|ou|lub|of)\s*(?:herrn?|hr|mr|m|monsieur|pan|(?:de )?heer|dhr))(?:\.|\s|\)|$)|(?:ehrte|iebe|erte|cher|szanown[ya])\s*(?:\/|\(|\*|:|_|-)\s*[a-zè]{1,3}\)?(?:\s|$)/i;

/** Greetings of more than one unnamed person, without an opening of their own. */
export const EVERYBODY =
  /^(?:damen (?:und|u\.|&) herren|ladies and gentlemen|sir or madam|sirs|mesdames(?:,| et) messieurs|messieurs|madame, monsieur|państwo|(?:dames en heren|heren)|heer,? mevrouw)$/i;

/** What is written where nothing is known. */
export const NOTHING_KNOWN =
  /^(?:kein|ohne|nicht|unbekannt|divers|neutral|sonstig|k\.? ?a\.?(?:\s|$)|n\.? ?[an]\.?(?:\s|$)|none|not |null|undefined|unknown|prefer|other|inconnu|non |sans |autre|brak|nie |inn[ea]|onbekend|geen|anders|[^\p{L}]*$)/iu;

export const FAMILY = /^(?:familie|fam\.?|family|famille|rodzina)(?= |$)/i;
export const SPOUSES = /^(?:eheleute|ehepaar)(?= |$)/i;
export const FAMILY_AFTER = / (?:family)$/i;
