import { fieldOf } from '../../answers/read/answer-fields.js';
import type { RankingQuestion } from './ranking.plan.js';
import { isDisabled, mainError, postedIn, type Field } from '../../view/field.js';
import { offered } from '../../view/offered-choices.js';
import { GroupedQuestion } from '../../view/question-frame.js';
import { Words } from '../../view/words.js';

/**
 * A place for every entry, chosen from a list: works everywhere. The script turns it into a list that is
 * put in order by buttons or by dragging, and fills the same fields (WCAG 2.5.7).
 */
export function RankingField({ field }: { field: Field<RankingQuestion> }) {
  const { question, id, texts } = field;
  const entries = offered(question.choices, question.order, question, field);
  const isWrong = mainError(field) !== null;
  return (
    <GroupedQuestion field={field}>
      <ol class="ranks" role="list" data-ranking={question.partial ? 'some' : 'all'}>
        {entries.map(({ choice, key, isHidden, isUnavailable }) => {
          const name = fieldOf(question, choice.value);
          const place = postedIn(field.form, name)[0];
          return (
            <li class="rank" hidden={isHidden}>
              <label for={`${id}-${key}`} class="text">
                <Words text={choice.text} sheet={field} />
              </label>
              <select
                class="line"
                id={`${id}-${key}`}
                name={name}
                disabled={isUnavailable || isDisabled(field)}
                aria-invalid={isWrong ? 'true' : undefined}
                aria-describedby={isWrong ? `${id}-error` : undefined}
              >
                <option value="">{texts.noPlace}</option>
                {entries.map((_, index) => (
                  <option value={index + 1} selected={place === String(index + 1)}>
                    {index + 1}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ol>
    </GroupedQuestion>
  );
}
