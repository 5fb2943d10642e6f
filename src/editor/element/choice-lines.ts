import { slugOf } from '../draft/question-names.js';
import { isNode, type Node, textOf } from '../draft/questionnaire-tree.js';

/**
 * Choices as staff type them: one per line, `wert | Text` or only the text. Each language has its own
 * area; line by line they belong together.
 */
export type LinesByLanguage = Readonly<Record<string, string>>;

export type ChoiceKey = string | number;

/** The lines of choices as they stand; a value is shown only where it is not what the text would make. */
export function linesOfChoices(
  choices: unknown,
  languages: readonly string[],
  nameKey: 'value' | 'name' = 'value',
): Record<string, string> {
  const list = Array.isArray(choices) ? choices : [];
  const [main = 'de'] = languages;
  return Object.fromEntries(
    languages.map((language) => {
      const lines = list.map((choice) => {
        const value = keyOf(choice, nameKey);
        const texts = isNode(choice) ? (choice[nameKey === 'name' ? 'title' : 'text'] ?? value) : value;
        const text = ownText(texts, language, main);
        if (language !== main) return text;
        return String(slugOrNumber(text)) === String(value) || text === ''
          ? text || String(value)
          : `${String(value)} | ${text}`;
      });
      return [language, lines.join('\n')];
    }),
  );
}

/**
 * Choices from their lines. A line without a value keeps that of the choice with its text or, where only
 * a text was corrected, of the choice in its place; a new one gets a value made from the text. Other
 * properties of a choice (conditions, pictures) stay with its value.
 */
export function choicesOfLines(
  lines: LinesByLanguage,
  before: unknown,
  languages: readonly string[],
  nameKey: 'value' | 'name' = 'value',
): Node[] {
  const [main = 'de', ...others] = languages;
  const textKey = nameKey === 'name' ? 'title' : 'text';
  const old = (Array.isArray(before) ? before : []).map((choice: unknown): Node => ({
    ...(isNode(choice) ? choice : {}),
    [nameKey]: keyOf(choice, nameKey),
  }));
  const shown = linesOfChoices(before, languages, nameKey);
  const rows = (lines[main] ?? '').split(/\r?\n/).map(partsOf);
  const texts = new Set(rows.map(({ text }) => text));
  const sameLength = rows.filter(({ text }) => text).length === old.length;
  const taken = new Set<string>();

  return rows.flatMap(({ value: typed, text }, index) => {
    if (text === '' && typed === null) return [];
    const byText = old.find((choice) => ownText(choice[textKey] ?? choice[nameKey], main, main) === text);
    const inPlace = sameLength ? old[index] : undefined;
    const isCorrected = inPlace && !texts.has(ownText(inPlace[textKey] ?? inPlace[nameKey], main, main));
    const kept =
      typed === null
        ? (byText ?? (isCorrected ? inPlace : undefined))
        : old.find((choice) => String(choice[nameKey]) === typed);
    const wanted =
      typed === null ? (kept?.[nameKey] ?? slugOrNumber(text)) : (kept?.[nameKey] ?? numberOr(typed));
    const value = free(wanted as ChoiceKey, taken, typed !== null);
    const translations = others.map((language): [string, string] => {
      const untouched = normal(lines[language] ?? '') === normal(shown[language] ?? '');
      const oldText = kept ? ownText(kept[textKey], language, main) : '';
      if (untouched) return [language, oldText];
      return [language, partsOf((lines[language] ?? '').split(/\r?\n/)[index] ?? '').text];
    });
    return [withTexts({ ...kept, [nameKey]: value }, textKey, [[main, text], ...translations], nameKey)];
  });
}

function withTexts(choice: Node, textKey: string, texts: [string, string][], nameKey: string): Node {
  const given = texts.filter(([, text]) => text !== '');
  const rest: Node = { [nameKey]: choice[nameKey] };
  const before = choice[textKey];
  const others = Object.entries(choice).filter(([key]) => key !== textKey && key !== nameKey);
  const foreign = isNode(before)
    ? Object.entries(before).filter(
        ([language]) => language !== 'default' && !texts.some(([known]) => known === language),
      )
    : [];
  const all = [...given, ...foreign];
  const [only] = all;
  if (texts.length === 1 && foreign.length === 0) rest[textKey] = only?.[1] ?? String(choice[nameKey]);
  else if (all.length > 0) rest[textKey] = Object.fromEntries(all);
  return { ...rest, ...Object.fromEntries(others) };
}

function partsOf(line: string): { value: string | null; text: string } {
  const bar = line.indexOf('|');
  const value = line.slice(0, Math.max(bar, 0)).trim();
  const text = line.slice(bar + 1).trim();
  if (value === '') return { value: null, text };
  return { value, text: text === '' ? value : text };
}

/** The text of one language alone; a plain text and `default` belong to the main one. */
function ownText(value: unknown, language: string, main: string): string {
  if (!isNode(value)) return language === main ? plain(value) : '';
  if (typeof value[language] === 'string') return value[language];
  return language === main ? textOf(value['default'] ?? value, language) : '';
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function keyOf(choice: unknown, nameKey: string): ChoiceKey {
  const key = isNode(choice) ? choice[nameKey] : choice;
  return typeof key === 'number' ? key : typeof key === 'string' ? key : String(key);
}

function slugOrNumber(text: string): ChoiceKey {
  const number = numberOr(text);
  return typeof number === 'number' ? number : slugOf(text) || text;
}

function numberOr(text: string): ChoiceKey {
  return /^(?:0|-?[1-9]\d{0,8})$/.test(text) ? Number(text) : text;
}

/** A value made from a text is counted up where it is taken; a typed one stays, and is refused as twice there. */
function free(value: ChoiceKey, taken: Set<string>, isTyped: boolean): ChoiceKey {
  let candidate = value;
  for (let number = 2; !isTyped && taken.has(String(candidate)); number += 1) {
    candidate = `${String(value)}_${number}`;
  }
  taken.add(String(candidate));
  return candidate;
}

function normal(lines: string): string {
  return lines.replaceAll('\r\n', '\n').trimEnd();
}
