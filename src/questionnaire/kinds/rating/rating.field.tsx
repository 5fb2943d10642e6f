import { textIn } from '../../../common/locale.js';
import { fieldOf } from '../../answers/read/answer-fields.js';
import type { RatingQuestion } from './rating.plan.js';
import { numberOut } from '../../answers/read/typed-values.js';
import { postedIn, type Field } from '../../view/field.js';
import { GroupedQuestion } from '../../view/question-frame.js';
import { Smiley, Star } from './rating-faces.js';
import { plainWords, Words } from '../../view/words.js';

/** Texts longer than a number or grade need room of their own. */
const LONG_TEXT = 4;

/** Signs of all steps together that fit beside each other: 0 to 10, each with room for two. */
const ROW_OF_A_PHONE = 22;

/** Stars and faces that stay large enough to tell apart and to touch. */
const MAX_FACES = 7;

/** A scale in one row; what its ends mean is written above it and said with the first and last value. */
export function RatingField({ field }: { field: Field<RatingQuestion> }) {
  const { question } = field;
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
      <div class="room">
        <div class={`scale ${scaleLook(field)}`}>
          {question.values.map((_, index) => (
            <Step field={field} index={index} />
          ))}
        </div>
      </div>
    </GroupedQuestion>
  );
}

function Step({ field, index }: { field: Field<RatingQuestion>; index: number }) {
  const { question } = field;
  const { values, look } = question;
  const { value, text } = values[index] ?? { value: index, text: null };
  const name = fieldOf(question);
  return (
    <label class="step">
      <input
        type="radio"
        id={`${field.id}-${index}`}
        name={name}
        value={value}
        checked={postedIn(field.form, name)[0] === String(value)}
      />
      <span class="face">
        {look === 'stars' && <Star />}
        {look === 'smileys' && <Smiley mood={values.length < 2 ? 1 : index / (values.length - 1)} />}
        <span class="text">
          {text ? <Words text={text} sheet={field} /> : numberOut(value, field.locale)}
        </span>
      </span>
      <EndWords field={field} index={index} />
    </label>
  );
}

/** What the first and the last value mean, for those who do not see the line above. */
function EndWords({ field, index }: { field: Field<RatingQuestion>; index: number }) {
  const { values, minText, maxText } = field.question;
  const words = index === 0 ? minText : index === values.length - 1 ? maxText : null;
  return words && <span class="aside">, {plainWords({ text: words, sheet: field })}</span>;
}

function endsOf(field: Field<RatingQuestion>): string[] {
  const { values, minText, maxText } = field.question;
  const first = values[0]?.value;
  const last = values.at(-1)?.value;
  const { texts, locale } = field;
  const means = (value: number, text: typeof minText) =>
    text ? [texts.means({ value: numberOut(value, locale), text: plainWords({ text, sheet: field }) })] : [];
  return [
    ...(first === undefined ? [] : means(first, minText)),
    ...(last === undefined ? [] : means(last, maxText)),
  ];
}

/** `many`: more than fits into one row of a phone, so that rows are broken wherever there is little room. */
function scaleLook({ question, locale }: Field<RatingQuestion>): string {
  const { look, values } = question;
  if (look !== 'numbers') return values.length > MAX_FACES ? `${look} many` : look;
  const longest = Math.max(
    ...values.map(({ value, text }) => (text ? textIn(text, locale) : numberOut(value, locale)).length),
  );
  if (longest > LONG_TEXT) return 'worded';
  return longest * values.length > ROW_OF_A_PHONE ? 'numbers many' : 'numbers';
}
