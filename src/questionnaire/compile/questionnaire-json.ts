import { coded, type CodedText, type TextCode, type ValuesOf } from '../../common/coded-text.js';
import type { Problem } from '../../common/errors.js';
import type { LocalizedText } from '../../common/locale.js';
import { problemOfPiping, type KnownNames } from './questionnaire-names.js';
import { aliases, cosmetic, reasons } from './questionnaire-properties.js';
import { textOfHtml } from './text-of-html.js';
import { textsByLanguage } from './texts-by-language.js';

/** What holds for a whole questionnaire while it is read: the languages wanted and the problems found so far. */
export interface Reading {
  /** Languages of the survey, the main one first. */
  languages: readonly string[];
  /** Language of texts that name none. */
  language: string;
  problems: Problem[];
  /** What conditions and texts can speak of. */
  names: KnownNames;
  /** Names and column names taken so far, with the path of the question that took them. */
  taken: Map<string, string>;
  privacy: Privacy;
}

/** How the survey deals with who answers; see DESIGN, section 3. */
export type Privacy = 'identified' | 'pseudonymous' | 'anonymous';

const MAX_TEXT_LENGTH = 20_000;

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * One object of the questionnaire and the path at which it stands. Whatever cannot be read is noted
 * as a problem and answered with null, so that one pass finds everything that is wrong.
 */
export class JsonNode {
  constructor(
    private readonly json: Record<string, unknown>,
    readonly path: string,
    readonly reading: Reading,
  ) {}

  /** The value under this name or its old name; null where it is absent, null or empty. */
  value(name: string): unknown {
    const given = this.json[this.spelling(name)];
    return given === undefined || given === '' ? null : given;
  }

  note<Code extends TextCode>(name: string, code: Code, ...given: ValuesOf<Code>): null {
    return this.noteText(name, coded(code, ...given));
  }

  noteText(name: string, said: CodedText): null {
    this.reading.problems.push({ path: this.pathOf(name), ...said });
    return null;
  }

  pathOf(name: string): string {
    if (name === '') return this.path === '' ? 'questionnaire' : this.path;
    return this.path === '' ? this.spelling(name) : `${this.path}.${this.spelling(name)}`;
  }

  string(name: string): string | null {
    const value = this.value(name);
    if (value === null || typeof value === 'string') return value;
    return this.note(name, 'questionnaire.not_text');
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const value = this.value(name);
    if (value === null) return otherwise;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) this.note(name, 'questionnaire.not_one_of', { allowed: allowed.join(', ') });
    return found ?? otherwise;
  }

  flag(name: string): boolean {
    const value = this.value(name);
    if (value === null || typeof value === 'boolean') return value ?? false;
    this.note(name, 'questionnaire.not_flag');
    return false;
  }

  number(name: string): number | null {
    const value = this.value(name);
    if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value;
    return this.note(name, 'questionnaire.not_number');
  }

  /** A whole number above zero; SurveyJS writes „no limit“ as 0 or −1. */
  count(name: string): number | null {
    const value = this.number(name);
    if (value === null || value === 0 || value === -1) return null;
    return Number.isInteger(value) && value > 0 ? value : this.note(name, 'questionnaire.not_count');
  }

  list(name: string): unknown[] | null {
    const value = this.value(name);
    if (value === null || Array.isArray(value)) return value;
    return this.note(name, 'questionnaire.not_list');
  }

  /** The objects of a list; whatever else is in it is noted. */
  nodes(name: string, most: number): JsonNode[] {
    const list = this.list(name) ?? [];
    if (list.length > most) this.note(name, 'questionnaire.too_many_entries', { most });
    return list.slice(0, most).flatMap((json, index) => {
      const place = `${this.spelling(name)}[${index}]`;
      if (isJsonObject(json)) return [new JsonNode(json, this.pathOf(place), this.reading)];
      this.note(place, 'questionnaire.not_object');
      return [];
    });
  }

  text(name: string): LocalizedText | null {
    return this.localized(name, (text) => text);
  }

  /** A text in which `{0}` stands for a value. */
  format(name: string): LocalizedText | null {
    return this.localized(name, (text) => text, '{0}');
  }

  /** A text that may be written as HTML; only its text is kept. */
  html(name: string): LocalizedText | null {
    return this.localized(name, textOfHtml);
  }

  /** Notes everything that is neither supported here nor merely cosmetic. */
  refuseAllBut(supported: readonly string[]): void {
    for (const [spelling, value] of Object.entries(this.json)) {
      const name = aliases.get(spelling) ?? spelling;
      const reason = reasons.get(name);
      if (supported.includes(name) || cosmetic.has(name) || isHarmless(value, reason?.harmless)) continue;
      this.noteText(spelling, reason?.why ?? coded('questionnaire.unsupported_here'));
    }
  }

  private spelling(name: string): string {
    if (Object.hasOwn(this.json, name)) return name;
    const old = [...aliases.keys()].find(
      (alias) => aliases.get(alias) === name && Object.hasOwn(this.json, alias),
    );
    return old ?? name;
  }

  private localized(name: string, clean: (text: string) => string, own = ''): LocalizedText | null {
    const value = this.value(name);
    if (value === null) return null;
    const byLanguage = typeof value === 'string' ? { default: value } : value;
    if (!isJsonObject(byLanguage)) return this.note(name, 'questionnaire.not_texts');

    const texts = new Map<string, string>();
    for (const [language, text] of Object.entries(byLanguage)) {
      if (typeof text !== 'string') return this.note(name, 'questionnaire.language_not_text', { language });
      if (text.length > MAX_TEXT_LENGTH)
        return this.note(name, 'questionnaire.too_long', { most: MAX_TEXT_LENGTH });
      const cleaned = clean(text.replaceAll('\0', '')).trim();
      const problem = problemOfPiping(cleaned.replaceAll(own, ''), this.reading.names);
      if (problem !== null) return this.noteText(name, problem);
      if (cleaned !== '') texts.set(language, cleaned);
    }
    if (texts.size === 0) return null;
    const { language, languages } = this.reading;
    const known = textsByLanguage(texts, language, languages);
    return known.length > 0
      ? Object.fromEntries(known)
      : this.note(name, 'questionnaire.no_text', { languages: languages.join(', ') });
  }
}

/** Whether a property that we do not support says nothing: empty, off, or written out at its default. */
function isHarmless(value: unknown, harmless: unknown): boolean {
  if (value === harmless || value === null || value === '') return true;
  if (Array.isArray(harmless)) return harmless.includes(value);
  if (value === false) return harmless !== true;
  return Array.isArray(value) && value.length === 0;
}
