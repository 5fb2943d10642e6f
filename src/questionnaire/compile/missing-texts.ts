import { isJsonObject } from './questionnaire-json.js';
import { aliases } from './questionnaire-properties.js';
import { textsByLanguage } from './texts-by-language.js';

/** A text of the questionnaire that people who read this language get in another. */
export interface MissingText {
  language: string;
  /** Of the property or list entry that lacks it, for example `pages[1].elements[2].choices[0]`. */
  path: string;
}

const textProperties = new Set(
  `title description html completedHtml placeholder requiredErrorText otherText otherPlaceholder otherErrorText
  noneText selectAllText labelTrue labelFalse minRateDescription maxRateDescription format`.split(/\s+/),
);
const itemLists = new Set(['choices', 'rateValues', 'rows', 'columns']);
const nodeLists = new Set(['pages', 'elements', 'items', 'validators', 'completedHtmlOnCondition']);

/** Words that are shown only where this is switched on; SurveyJS keeps them when it is switched off. */
const shownWith: Readonly<Record<string, string>> = {
  otherText: 'showOtherItem',
  otherPlaceholder: 'showOtherItem',
  otherErrorText: 'showOtherItem',
  noneText: 'showNoneItem',
  selectAllText: 'showSelectAllItem',
};

/**
 * Which texts stand in one language of the survey and not in another. Publication does not mind: there
 * people read them in the language there is. A text without letters needs no translation.
 *
 * @param questionnaire SurveyJS JSON that may be malformed anywhere
 * @param languages of the survey; texts without one belong to the questionnaire's `locale`, else the first
 */
export function missingTexts(questionnaire: object, languages: readonly string[]): MissingText[] {
  const own = (questionnaire as { locale?: unknown }).locale;
  const language = languages.find((candidate) => candidate === own) ?? languages[0];
  if (language === undefined || languages.length < 2) return [];

  return textsIn(questionnaire as Json, '').flatMap(({ path, value }) => {
    const texts = Object.entries(isJsonObject(value) ? value : { default: value }).filter(isWritten);
    const there = new Map(textsByLanguage(new Map(texts), language, languages));
    if (![...there.values()].some(hasWords)) return [];
    return languages.filter((each) => !there.has(each)).map((each) => ({ language: each, path }));
  });
}

type Json = Record<string, unknown>;

/** A text as it is written: a string, or strings by language. */
interface WrittenText {
  path: string;
  value: unknown;
}

function textsIn(json: Json, path: string): WrittenText[] {
  return Object.entries(json).flatMap(([spelling, value]): WrittenText[] => {
    const name = aliases.get(spelling) ?? spelling;
    const place = path === '' ? spelling : `${path}.${spelling}`;
    if (textProperties.has(name)) return isShown(json, name) ? [{ path: place, value }] : [];
    if (!Array.isArray(value)) return [];
    const entries = value.map((entry: unknown, index) => ({ entry, at: `${place}[${index}]` }));
    if (itemLists.has(name)) return entries.flatMap(({ entry, at }) => textsOfItem(entry, at));
    if (!nodeLists.has(name)) return [];
    return entries.flatMap(({ entry, at }) => (isJsonObject(entry) ? textsOfEntry(entry, name, at) : []));
  });
}

/** A choice, row or column is shown by its value where it has no text, a column of cells by its name. */
function textsOfItem(item: unknown, path: string): WrittenText[] {
  if (!isJsonObject(item)) return [{ path, value: item }];
  if (item['name'] !== undefined) return textsOfEntry(item, 'columns', path);
  return [{ path, value: item['text'] ?? item['value'] }];
}

function textsOfEntry(entry: Json, list: string, path: string): WrittenText[] {
  const within = textsIn(entry, path);
  if (list === 'validators') return [{ path, value: entry['text'] }, ...within];
  const isNamed = list === 'columns' || list === 'items';
  return isNamed && !entry['title'] ? [{ path, value: entry['name'] }, ...within] : within;
}

function isShown(json: Json, property: string): boolean {
  const flag = shownWith[property];
  return (
    flag === undefined ||
    Object.entries(json).some(([name, value]) => (aliases.get(name) ?? name) === flag && value === true)
  );
}

function isWritten(entry: [language: string, text: unknown]): entry is [string, string] {
  return typeof entry[1] === 'string' && entry[1].trim() !== '';
}

/** Neither markup nor `{name}`, where an answer is put in, is anything to translate. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/<[^<>]*>|&\w+;|\{[^{}]*\}/g, ''));
}
