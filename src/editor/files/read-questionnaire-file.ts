import { textOf } from '../../common/coded-text.js';
import { InvalidInput } from '../../common/errors.js';
import { type ConsoleLocale, isLocale, type Locale } from '../../common/locale.js';
import type { LssNote } from '../../limesurvey/lss-notes.js';
import { readLss } from '../../limesurvey/read-lss.js';
import { texts } from '../../common/texts.js';
import { readJson } from './json-positions.js';
import { type Draft, draftOf, isNode } from '../draft/questionnaire-tree.js';

/** A questionnaire from a file, with what could not be taken over. */
export interface QuestionnaireFile {
  draft: Draft;
  /** As it is in the file: plain, or by language. */
  title: unknown;
  /** Those of the file that we speak; empty where it does not say. */
  languages: Locale[];
  notes: LssNote[];
}

/** Reads SurveyJS JSON or LimeSurvey's `.lss`, told apart by their first character; or says why it cannot. */
export function readQuestionnaireFile(
  text: string,
  locale: ConsoleLocale,
): QuestionnaireFile | { error: string } {
  const t = texts('editor', locale);
  const trimmed = text.trim();
  if (trimmed === '') return { error: t.import.nothing };
  if (trimmed.startsWith('<')) return readLimeSurvey(trimmed, locale);

  const read = readJson(text);
  if ('error' in read) {
    return {
      error: `${t.json.place({ line: read.at.line, column: read.at.column })}: ${t.json.errors[read.error]}`,
    };
  }
  if (!isNode(read.value)) return { error: t.json.noObject };
  const { title } = read.value;
  const own = read.value['locale'];
  const languages = [own, ...(isNode(title) ? Object.keys(title) : [])].filter(isLocale);
  return {
    draft: draftOf(read.value),
    title,
    languages: [...new Set(languages)],
    notes: [],
  };
}

function readLimeSurvey(xml: string, locale: ConsoleLocale): QuestionnaireFile | { error: string } {
  try {
    const { title, languages, questionnaire, report } = readLss(xml);
    return {
      draft: draftOf(questionnaire),
      title,
      languages: languages.filter(isLocale),
      notes: report,
    };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const said = error.problems.map((problem) => textOf(problem, locale)).join(' ');
    return { error: `${texts('editor', locale).import.unreadable} ${said}` };
  }
}
