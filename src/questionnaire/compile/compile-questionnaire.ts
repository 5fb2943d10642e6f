import { packed } from '../../common/coded-text.js';
import { Model, type JsonError } from 'survey-core';
import { InvalidInput, type Problem, problem } from '../../common/errors.js';
import { compileCalculatedValues, noteCircles } from './compile-calculations.js';
import { compileCompletedTexts, compileTriggers } from './compile-flow.js';
import { compilePages } from './compile-pages.js';
import { estimateMinutes } from './estimate-minutes.js';
import { isJsonObject, JsonNode, type Privacy, type Reading } from './questionnaire-json.js';
import { knownNamesOf } from './known-names.js';
import { isCalculated } from '../plan/calculated.js';
import { questionsOf, type QuestionnairePlan } from '../plan/questionnaire-plan.js';

export const surveyProperties = [
  ...['title', 'description', 'completedHtml', 'completedHtmlOnCondition', 'locale', 'pages', 'elements'],
  ...['questionOrder', 'triggers', 'calculatedValues', 'maxTextLength', 'maxCommentLength'],
];

/** What the survey around a questionnaire decides about it. */
export interface CompileOptions {
  /** In an anonymous survey no condition may ask who somebody is. */
  privacy: Privacy;
}

/**
 * Compiles SurveyJS JSON (https://surveyjs.io/form-library/documentation) into our plan.
 *
 * Everything that is not on the list of what we render is refused, never dropped in silence: a
 * condition we ignored would ask people what they should not be asked. Our own walk comes first, as
 * survey-core's model fetches addresses and evaluates expressions it finds; what passes is then held
 * against survey-core's own check.
 *
 * @param languages languages of the survey, the main one first
 * @throws InvalidInput with every problem and its path, for example `pages[1].elements[2].visibleIf`
 */
export function compileQuestionnaire(
  json: unknown,
  languages: readonly string[],
  { privacy }: CompileOptions,
): QuestionnairePlan {
  if (!isJsonObject(json)) throw new InvalidInput([problem('questionnaire', 'questionnaire.not_json')]);

  const own = json['locale'];
  const language = languages.find((candidate) => candidate === own) ?? languages[0];
  if (language === undefined) throw new InvalidInput([problem('languages', 'questionnaire.no_language')]);

  const names = knownNamesOf(json);
  const reading: Reading = { languages, language, problems: [], names, taken: new Map(), privacy };
  const survey = new JsonNode(json, '', reading);
  if (own !== language && survey.string('locale') !== null)
    survey.note('locale', 'questionnaire.unknown_language', { languages: languages.join(', ') });
  survey.refuseAllBut(surveyProperties);
  const pages = compilePages(survey);
  const calculated = compileCalculatedValues(survey);
  noteCircles([...calculated, ...questionsOf({ pages }).filter(isCalculated)], reading);
  const plan: QuestionnairePlan = {
    format: 2,
    language,
    title: survey.text('title'),
    description: survey.html('description'),
    completedText: survey.html('completedHtml'),
    completedTextsIf: compileCompletedTexts(survey),
    pages,
    calculated,
    triggers: compileTriggers(survey, pages),
    estimatedMinutes: 1,
  };
  if (reading.problems.length === 0) noteSurveyCoreErrors(json, reading);
  if (reading.problems.length > 0) throw new InvalidInput(withoutRepeats(reading.problems));
  return { ...plan, estimatedMinutes: estimateMinutes(plan) };
}

/** Choices that serve several columns are read, and found wrong, for each of them. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((found) => [`${found.path} ${packed(found)}`, found])).values()];
}

/** What survey-core itself finds wrong, for example a property that the type does not have. */
function noteSurveyCoreErrors(json: Record<string, unknown>, { problems, taken }: Reading): void {
  const model = new Model(structuredClone(json));
  // Both can be missing, whatever survey-core's types say.
  const errors = model.jsonErrors as JsonError[] | null;
  for (const { element, message } of errors ?? []) {
    const name = (element as { name?: string } | undefined)?.name;
    problems.push(
      problem(taken.get(name ?? '') ?? 'questionnaire', 'questionnaire.survey_core', { message }),
    );
  }
  model.dispose();
}
