import { displayText } from '../../answers/show/piping.js';
import type { ExpressionQuestion } from './expression.plan.js';
import { describedBy, type Field } from '../../view/field.js';
import { frame, Hints, Title } from '../../view/question-frame.js';

/** A value that is calculated; `output` tells of its changes (HTML 4.10.12). */
export function OutputField({ field }: { field: Field<ExpressionQuestion> }) {
  const { question, id, state, locale } = field;
  const value = state.values[question.name];
  return (
    <div {...frame(field)}>
      <p class="title" id={`${id}-title`}>
        <Title field={field} />
      </p>
      <Hints field={field} />
      <output class="value" id={id} aria-labelledby={`${id}-title`} aria-describedby={describedBy(field)}>
        {value === undefined || value === null ? '' : displayText(question, value, locale, state)}
      </output>
    </div>
  );
}
