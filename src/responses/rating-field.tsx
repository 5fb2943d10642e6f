import { textIn } from '../common/locale.js';
import { fieldOf } from '../questionnaire/answer-form.js';
import type { RatingQuestion } from '../questionnaire/questionnaire-plan.js';
import { numberOut } from '../questionnaire/typed-values.js';
import { postedIn, type Field } from './field.js';
import { Localized } from './localized.js';
import { GroupedQuestion } from './question-frame.js';

/** A scale in one row; what its ends mean is written above it and said with the first and last value. */
export function RatingField({ field }: { field: Field<RatingQuestion> }) {
  const { question, locale } = field;
  const name = fieldOf(question);
  const chosen = postedIn(field.form, name)[0];
  const ends = endsOf(field);
  return (
    <GroupedQuestion
      field={field}
      role="radiogroup"
      describedById={ends.length > 0 ? `${field.id}-ends` : null}
    >
      {ends.length > 0 && (
        <p class="ends" id={`${field.id}-ends`}>
          {ends.map((end) => (
            <span>{end} </span>
          ))}
        </p>
      )}
      <div class="scale">
        {question.values.map(({ value, text }, index) => (
          <label class="step">
            <input
              type="radio"
              id={`${field.id}-${index}`}
              name={name}
              value={value}
              checked={chosen === String(value)}
              required={question.required}
            />
            <span>
              {text ? <Localized text={text} locale={locale} /> : writtenNumber(value, field)}
              <EndWords field={field} index={index} />
            </span>
          </label>
        ))}
      </div>
    </GroupedQuestion>
  );
}

function EndWords({ field, index }: { field: Field<RatingQuestion>; index: number }) {
  const { values, minText, maxText } = field.question;
  const words = index === 0 ? minText : index === values.length - 1 ? maxText : null;
  return words && <span class="aside">, {textIn(words, field.locale)}</span>;
}

function endsOf(field: Field<RatingQuestion>): string[] {
  const { values, minText, maxText } = field.question;
  const first = values[0]?.value;
  const last = values.at(-1)?.value;
  const { texts, locale } = field;
  return [
    ...(minText && first !== undefined
      ? [texts.means(writtenNumber(first, field), textIn(minText, locale))]
      : []),
    ...(maxText && last !== undefined
      ? [texts.means(writtenNumber(last, field), textIn(maxText, locale))]
      : []),
  ];
}

function writtenNumber(value: number, { locale }: Field): string {
  return numberOut(value, locale);
}
