import { fieldOf } from '../../answers/answer-fields.js';
import { describedBy, isDisabled, postedIn, type Field } from '../../view/field.js';
import { LabelledQuestion } from '../../view/question-frame.js';
import type { QuestionView } from '../../view/question-view.js';
import type { SliderQuestion } from './slider.plan.js';

export const sliderView: QuestionView<SliderQuestion> = { Field: SliderField };

function SliderField({ field }: { field: Field<SliderQuestion> }) {
  const { question, form, id } = field;
  const name = fieldOf(question);
  return (
    <LabelledQuestion field={field}>
      <input
        type="range"
        id={id}
        name={name}
        min={question.min}
        max={question.max}
        value={postedIn(form, name)[0]}
        disabled={isDisabled(field)}
        aria-describedby={describedBy(field)}
      />
    </LabelledQuestion>
  );
}
