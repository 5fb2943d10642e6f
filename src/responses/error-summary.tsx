import type { LocalizedText, Locale } from '../common/locale.js';
import { fieldOf } from '../questionnaire/answer-form.js';
import type { FieldError } from '../questionnaire/check-answers.js';
import {
  isQuestion,
  type PlanQuestion,
  type QuestionnairePlan,
} from '../questionnaire/questionnaire-plan.js';
import { controlIdOf } from './field.js';
import { Localized } from './localized.js';
import { respondentTexts } from './respondent-texts.js';

interface Props {
  plan: QuestionnairePlan;
  pageIndex: number;
  errors: readonly FieldError[];
  locale: Locale;
}

/** Everything to put right on this page, first thing read and focused, each leading to its field (WCAG 3.3.1, 4.1.3). */
export function ErrorSummary({ plan, pageIndex, errors, locale }: Props) {
  if (errors.length === 0) return null;
  const elements = plan.pages[pageIndex]?.elements ?? [];
  const entries = errors.flatMap(({ question: name, field, message }) => {
    const index = elements.findIndex((element) => isQuestion(element) && element.name === name);
    const question = elements[index];
    if (!question || !isQuestion(question)) return [];
    return [{ title: titleOf(question, field), target: controlIdOf(question, index, field), message }];
  });
  return (
    <div class="summary" role="alert" tabIndex={-1} autofocus aria-labelledby="summary-title">
      <h2 id="summary-title">{respondentTexts[locale].errorSummary(entries.length)}</h2>
      <ul>
        {entries.map(({ title, target, message }) => (
          <li>
            <a href={`#${target}`}>
              <Localized text={title} locale={locale} /> – {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What an error is about: the row of a matrix, or else the question. */
function titleOf(question: PlanQuestion, field: string): LocalizedText {
  const row =
    question.kind === 'matrix' ? question.rows.find(({ value }) => fieldOf(question, value) === field) : null;
  return row?.text ?? question.title;
}
