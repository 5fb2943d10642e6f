import { fieldOf } from '../../answers/read/answer-fields.js';
import type { BooleanQuestion } from './boolean.plan.js';
import { describedBy, isDisabled, isRequired, mainError, postedIn, type Field } from '../../view/field.js';
import { ErrorLine, frame, GroupedQuestion, Hints, Title } from '../../view/question-frame.js';
import { Words } from '../../view/words.js';

/** Yes or no: side by side where there is room, or one box to tick. */
export function BooleanField({ field }: { field: Field<BooleanQuestion> }) {
  return field.question.look === 'checkbox' ? <ConsentField field={field} /> : <YesOrNoField field={field} />;
}

function YesOrNoField({ field }: { field: Field<BooleanQuestion> }) {
  const { question, texts, form } = field;
  const name = fieldOf(question);
  const answers = [
    { value: String(question.valueTrue), own: question.labelTrue, common: texts.yes },
    { value: String(question.valueFalse), own: question.labelFalse, common: texts.no },
  ];
  return (
    <GroupedQuestion field={field} role="radiogroup">
      <div class="choices beside">
        {answers.map(({ value, own, common }, index) => (
          <label class="choice">
            <input
              type="radio"
              id={`${field.id}-${index}`}
              name={name}
              value={value}
              checked={postedIn(form, name)[0] === value}
            />
            <span class="text">{own ? <Words text={own} sheet={field} /> : common}</span>
          </label>
        ))}
      </div>
    </GroupedQuestion>
  );
}

/** One box with its text, as for consent; where the box has words of its own, the title stands above it. */
function ConsentField({ field }: { field: Field<BooleanQuestion> }) {
  const { question, id } = field;
  const ownWords = question.labelTrue;
  return (
    <div {...frame(field, 'consent')}>
      {ownWords && (
        <p class="title" id={`${id}-title`}>
          <Title field={field} />
        </p>
      )}
      <Hints field={field} />
      <ErrorLine {...mainError(field)} />
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={fieldOf(question)}
          value={String(question.valueTrue)}
          checked={postedIn(field.form, fieldOf(question)).includes(String(question.valueTrue))}
          required={isRequired(field)}
          disabled={isDisabled(field)}
          aria-describedby={describedBy(field, ownWords && `${id}-title`)}
          aria-invalid={mainError(field) ? 'true' : undefined}
        />
        <span class="text">
          {ownWords ? <Words text={ownWords} sheet={field} /> : <Title field={field} />}
        </span>
      </label>
    </div>
  );
}
