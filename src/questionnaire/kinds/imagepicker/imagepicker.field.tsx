import { fieldOf } from '../../answers/read/answer-fields.js';
import type { ImagePickerQuestion } from './imagepicker.plan.js';
import { mainError, postedIn, type Field } from '../../view/field.js';
import { offered } from '../../view/offered-choices.js';
import { GroupedQuestion } from '../../view/question-frame.js';
import { plainWords, Words } from '../../view/words.js';

/** Pictures to choose from; each is named by its text, which stands below it or in its place (WCAG 1.1.1). */
export function ImagePickerField({ field }: { field: Field<ImagePickerQuestion> }) {
  const { question, id, form } = field;
  const name = fieldOf(question);
  const isWrong = mainError(field) !== null;
  return (
    <GroupedQuestion field={field} role={question.multiple ? undefined : 'radiogroup'}>
      <div class="pictures">
        {offered(question.choices, question.order, question, field).map(
          ({ choice, key, isHidden, isUnavailable }) => (
            <label class="picture" hidden={isHidden}>
              <img
                src={choice.image}
                alt={question.showTexts ? '' : plainWords({ text: choice.text, sheet: field })}
                loading="lazy"
              />
              <span class="choice">
                <input
                  type={question.multiple ? 'checkbox' : 'radio'}
                  id={`${id}-${key}`}
                  name={name}
                  value={choice.value}
                  checked={postedIn(form, name).includes(String(choice.value))}
                  disabled={isHidden || isUnavailable}
                  aria-invalid={question.multiple && isWrong ? 'true' : undefined}
                />
                <span class={question.showTexts ? 'text' : 'text aside'} aria-hidden={!question.showTexts}>
                  <Words text={choice.text} sheet={field} />
                </span>
              </span>
            </label>
          ),
        )}
      </div>
    </GroupedQuestion>
  );
}
