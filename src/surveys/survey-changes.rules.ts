import { isDeepStrictEqual } from 'node:util';
import { coded } from '../common/coded-text.js';
import { DomainError, InvalidInput, problem } from '../common/errors.js';
import type { Survey } from './survey.entity.js';
import type { SurveyChange } from './survey.schema.js';

/** Nobody could answer a survey that has closed before it begins. @throws InvalidInput on `closesAt` */
export function requireFuture(survey: Survey, now: Date): void {
  if (survey.closesAt > now) return;
  throw new InvalidInput([problem('closesAt', 'survey.closes_in_the_past', { local: survey.closesAtLocal })]);
}

/**
 * What was promised to participants stays: what becomes of their answers, and every language they were asked in.
 *
 * @throws DomainError `survey.fixed`
 */
export function refuseFixed(survey: Survey, change: SurveyChange): void {
  const dropped = survey.languages.filter((language) => change.languages?.includes(language) === false);
  const problems = [
    ...(change.privacy === undefined ? [] : [problem('privacy', 'survey.fixed_field')]),
    ...(['textsStayWithAnswers', 'groupColumns'] as const)
      .filter((path) => change[path] !== undefined && !isDeepStrictEqual(change[path], survey[path]))
      .map((path) => problem(path, 'survey.fixed_field')),
    ...(dropped.length === 0
      ? []
      : [problem('languages', 'survey.fixed_languages', { languages: dropped.join(', ') })]),
  ];
  if (problems.length === 0) return;
  throw new DomainError(
    'conflict',
    coded('survey.fixed', { fields: problems.map(({ path }) => path).join(', ') }),
    problems,
  );
}

/** @throws InvalidInput on `mayChangeAnswers` */
export function refuseChangesWhereAnonymous({ privacy, mayChangeAnswers }: Survey): void {
  if (privacy !== 'anonymous' || !mayChangeAnswers) return;
  throw new InvalidInput([problem('mayChangeAnswers', 'survey.change_where_anonymous')]);
}
