import { textIn } from '../common/locale.js';
import { fieldOf } from '../questionnaire/answer-form.js';
import type { CommentQuestion, InputType, TextQuestion } from '../questionnaire/questionnaire-plan.js';
import { describedBy, mainError, postedIn, type Field } from './field.js';
import { LabelledQuestion } from './question-frame.js';

/**
 * Numbers are asked as text with a number pad: a number input drops what it cannot read before we see
 * it, and turns its value when a page is scrolled.
 */
function typeOf(inputType: InputType): 'text' {
  // preact's types take one type of input at a time, never a choice of several.
  return (inputType === 'number' ? 'text' : inputType) as 'text';
}

export function TextField({ field }: { field: Field<TextQuestion> }) {
  const { question, locale } = field;
  return (
    <LabelledQuestion field={field}>
      <input
        class={`line ${question.inputType}`}
        type={typeOf(question.inputType)}
        inputMode={question.inputType === 'number' ? 'decimal' : undefined}
        {...common(field)}
        autocomplete={question.autocomplete ?? undefined}
        placeholder={question.placeholder ? textIn(question.placeholder, locale) : undefined}
        value={postedIn(field.form, fieldOf(question))[0]}
      />
    </LabelledQuestion>
  );
}

export function CommentField({ field }: { field: Field<CommentQuestion> }) {
  const { question, locale } = field;
  return (
    <LabelledQuestion field={field}>
      <textarea
        class="line"
        rows={question.rows}
        {...common(field)}
        placeholder={question.placeholder ? textIn(question.placeholder, locale) : undefined}
        value={textareaValue(postedIn(field.form, fieldOf(question))[0] ?? '')}
      />
    </LabelledQuestion>
  );
}

/** HTML swallows one line break at the start of a textarea; another keeps the first. */
function textareaValue(text: string): string {
  return text.startsWith('\n') ? `\n${text}` : text;
}

function common(field: Field<TextQuestion | CommentQuestion>) {
  return {
    id: field.id,
    name: fieldOf(field.question),
    required: field.question.required,
    'aria-describedby': describedBy(field),
    'aria-invalid': mainError(field) ? ('true' as const) : undefined,
  };
}
