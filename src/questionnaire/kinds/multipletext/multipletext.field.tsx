import { fieldOf } from '../../answers/read/answer-fields.js';
import type { MultipleTextQuestion, TextItem } from './multipletext.plan.js';
import { idsOf, type Field } from '../../view/field.js';
import { ErrorLine, GroupedQuestion } from '../../view/question-frame.js';
import { textHint } from '../../view/hint-rules.js';
import { TextControl } from '../../view/text-fields.js';
import { Words } from '../../view/words.js';

/** Several lines of text under one title, each with its own label. */
export function MultipleTextField({ field }: { field: Field<MultipleTextQuestion> }) {
  return (
    <GroupedQuestion field={field}>
      <div class="items">
        {field.question.items.map((item, index) => (
          <Item field={field} item={item} id={`${field.id}-${index}`} />
        ))}
      </div>
    </GroupedQuestion>
  );
}

function Item({ field, item, id }: { field: Field<MultipleTextQuestion>; item: TextItem; id: string }) {
  const name = fieldOf(field.question, item.name);
  const error = field.errors.get(name);
  const rule = textHint(item, item.validators, field.locale);
  return (
    <div class="item">
      <label for={id}>
        <Words text={item.title} sheet={field} />
        {item.required && (
          <>
            {' '}
            <span class="required">{field.texts.required}</span>
          </>
        )}
      </label>
      <div>
        {rule !== null && (
          <p class="hint" id={`${id}-hint`}>
            {rule}
          </p>
        )}
        {error !== undefined && <ErrorLine id={`${id}-error`} message={error} />}
        <TextControl
          rules={item}
          sheet={field}
          id={id}
          name={name}
          isRequired={item.required}
          isWrong={error !== undefined}
          describedBy={idsOf(rule === null ? null : `${id}-hint`, error === undefined ? null : `${id}-error`)}
        />
      </div>
    </div>
  );
}
