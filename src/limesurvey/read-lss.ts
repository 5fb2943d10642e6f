import { refusal } from './refusal.js';
import { locales, type Locale, type LocalizedText } from '../common/locale.js';
import { textOfHtml } from '../questionnaire/compile/text-of-html.js';
import { equationElement, translateEquations, type Equations } from './questions/equations.js';
import { translateCondition } from './expressions/expression-translation.js';
import type { Variables } from './expressions/expression-variables.js';
import { languagesOf, type LssLanguages } from './file/lss-languages.js';
import { LssNotes, type LssNote } from './lss-notes.js';
import type { LssGroup, LssQuestion, LssSurvey } from './file/lss-survey.js';
import { surveyOf } from './file/lss-tables.js';
import { LssTexts } from './lss-texts.js';
import { readLssXml } from './file/lss-xml.js';
import { expressionOfConditions } from './old-conditions.js';
import { reasonToLeaveOut } from './questions/question-kinds.js';
import { nameQuestions, type QuestionNames } from './questions/question-names.js';
import { variablesOf } from './questions/question-variables.js';
import { element, type SurveyElement } from './questions/survey-element.js';
import { translateQuestion } from './questions/translate-question.js';

/** What became of a survey exported by LimeSurvey. */
export interface LssImport {
  title: LocalizedText;
  /** The survey's main language first. */
  languages: Locale[];
  /** SurveyJS JSON; a page per group. */
  questionnaire: object;
  /** What did not come over as it was, in the order of the survey. */
  report: LssNote[];
}

/** Beyond what a questionnaire may hold, so that there is room for what falls away. */
const MAX_QUESTIONS = 500;

/**
 * Makes a questionnaire of an `.lss` file ("Survey structure"), LimeSurvey 3 to 7. What cannot be
 * taken over is left out and reported, never guessed at.
 *
 * @throws InvalidInput if the file cannot be read or nothing of it can be asked here
 */
export function readLss(xml: string | Buffer): LssImport {
  const document = readLssXml(xml);
  const languages = languagesOf(document);
  const survey = surveyOf(document, languages.byCode);
  const count = survey.groups.reduce((sum, { questions }) => sum + questions.length, 0);
  if (count === 0) throw refusal('limesurvey.no_questions');
  if (count > MAX_QUESTIONS) throw refusal('limesurvey.too_many_questions', { most: MAX_QUESTIONS });
  if (languages.locales.length === 0)
    throw refusal('limesurvey.foreign_language', {
      languages: languages.unknown.join(', '),
      possible: locales.join(', '),
    });

  const notes = new LssNotes();
  noteLanguages(languages, notes);
  noteSurvey(survey, notes);
  const { pages, calculatedValues, texts } = new Import(survey, languages.locales, notes).read();
  if (pages.length === 0) throw refusal('limesurvey.nothing_to_ask');

  const title = texts.plain(survey.title, '');
  return {
    title: title ?? {},
    languages: [...languages.locales],
    questionnaire: element({
      locale: languages.locales[0],
      title,
      description: texts.plain(paragraphs(survey.description, survey.welcome), ''),
      pages,
      completedHtml: texts.html(survey.end, ''),
      calculatedValues: calculatedValues.length > 0 ? calculatedValues : undefined,
    }),
    report: notes.inOrderOf(placesOf(survey)),
  };
}

class Import {
  private readonly questions: readonly LssQuestion[];
  private readonly byId: ReadonlyMap<string, LssQuestion>;
  private readonly names: ReadonlyMap<string, QuestionNames>;
  private readonly kept: ReadonlySet<LssQuestion>;
  private readonly equations: Equations;
  private readonly variables: Variables;
  private readonly texts: LssTexts;

  constructor(
    private readonly survey: LssSurvey,
    ownLocales: readonly Locale[],
    private readonly notes: LssNotes,
  ) {
    this.questions = survey.groups.flatMap(({ questions }) => questions);
    this.byId = new Map(this.questions.map((question) => [question.id, question]));
    const possible = this.questions.filter((question) => this.isPossible(question));
    this.names = nameQuestions(possible, notes);
    const named = (questions: readonly LssQuestion[]) => variablesOf(questions, this.names);
    const { equations, remaining } = translateEquations(possible, named, notes);
    this.equations = equations;
    this.kept = new Set(remaining);
    this.variables = named(remaining);
    this.texts = new LssTexts(this.variables, survey.title, ownLocales, notes);
  }

  read(): { pages: SurveyElement[]; calculatedValues: SurveyElement[]; texts: LssTexts } {
    const pages = this.survey.groups.flatMap((group, index) => this.page(group, index));
    const hidden = this.questions.filter((question) => this.isHiddenEquation(question));
    const calculatedValues = hidden.map((question) => {
      this.notes.add(question.code, 'hidden_equation');
      return { name: this.names.get(question.id)?.name, expression: this.equations.get(question.id) };
    });
    return { pages, calculatedValues, texts: this.texts };
  }

  private isPossible(question: LssQuestion): boolean {
    const reason = reasonToLeaveOut(question);
    if (reason !== null) this.notes.add(question.code, reason, { type: question.type });
    return reason === null;
  }

  private isHiddenEquation(question: LssQuestion): boolean {
    return this.kept.has(question) && question.type === '*' && question.attributes.isOn('hidden');
  }

  private page(group: LssGroup, index: number): SurveyElement[] {
    const where = placeOf(group, index);
    if (group.randomizationGroup !== '') this.notes.add(where, 'random_groups');
    const elements = group.questions.flatMap((question) => this.elements(question));
    if (elements.length === 0) return [];
    return [
      element({
        name: `page${index + 1}`,
        title: this.texts.plain(group.title, where),
        description: this.texts.plain(group.description, where),
        visibleIf: this.condition(group.relevance, where),
        elements,
      }),
    ];
  }

  private elements(question: LssQuestion): SurveyElement[] {
    const names = this.names.get(question.id);
    if (!names || !this.kept.has(question) || this.isHiddenEquation(question)) return [];
    const own = { names, texts: this.texts, notes: this.notes };
    const equation = this.equations.get(question.id);
    const elements =
      equation === undefined ? translateQuestion(question, own) : [equationElement(question, equation, own)];

    const isPlain = ['', '1'].includes(question.relevance.trim());
    const source =
      isPlain && question.conditions.length > 0
        ? expressionOfConditions(question.conditions, this.byId)
        : question.relevance;
    const visibleIf = this.condition(source, question.code);
    return visibleIf === undefined ? elements : elements.map((one) => ({ ...one, visibleIf }));
  }

  private condition(source: string, where: string): string | undefined {
    if (['', '1'].includes(source.trim())) return undefined;
    const condition = translateCondition(source, this.variables);
    if (condition === null) this.notes.add(where, 'condition_left_out', { condition: source.trim() });
    return condition ?? undefined;
  }
}

function noteLanguages({ byCode, unknown }: LssLanguages, notes: LssNotes): void {
  for (const [code, locale] of byCode)
    if (code !== locale) notes.add('', 'language_variant', { from: code, to: locale });
  for (const code of unknown) notes.add('', 'language', { language: code });
}

function noteSurvey(survey: LssSurvey, notes: LssNotes): void {
  if (survey.format === 'S' || survey.format === 'A') notes.add('', 'all_on_pages');
  if (survey.quotaNames.length > 0)
    notes.add('', 'quotas', { names: [...new Set(survey.quotaNames)].join(', ') });
  if (survey.hasAssessments) notes.add('', 'assessments');
  const [link] = Object.values(survey.endLink);
  if (link !== undefined) notes.add('', 'end_link', { link });
  if (Object.keys(survey.policyNotice).length > 0) notes.add('', 'policy_notice');
}

function placesOf({ groups }: LssSurvey): string[] {
  return groups.flatMap((group, index) => [
    placeOf(group, index),
    ...group.questions.map(({ code }) => code),
  ]);
}

/** What a note calls a group: its title, or its number if it has none. */
function placeOf(group: LssGroup, index: number): string {
  return textOfHtml(Object.values(group.title)[0] ?? '') || `${index + 1}`;
}

/** Both texts one after the other, language by language. */
function paragraphs(first: LocalizedText, second: LocalizedText): LocalizedText {
  const languages = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      [first[language], second[language]].filter((text) => text !== undefined).join('<p>'),
    ]),
  );
}
