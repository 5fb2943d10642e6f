import { fieldOf } from '../answers/read/answer-fields.js';
import type { CommentQuestion } from '../kinds/comment/comment.plan.js';
import type { InputType, TextRules } from '../plan/text-rules.js';
import type { TextQuestion } from '../kinds/text/text.plan.js';
import { describedBy, isDisabled, isRequired, mainError, postedIn, type Field, type Sheet } from './field.js';
import { LabelledQuestion } from './question-frame.js';
import { plainWords } from './words.js';

/**
 * Numbers are asked as text with a number pad: a number input drops what it cannot read before we see
 * it, and turns its value when a page is scrolled.
 */
function typeOf(inputType: InputType): 'text' {
  // preact's types take one type of input at a time, never a choice of several.
  return (inputType === 'number' ? 'text' : inputType) as 'text';
}

interface ControlProps {
  id: string;
  name: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  isWrong: boolean;
  /** Ids of what names and describes it, where that is not a label. */
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
}

/** The control of one line of text, be it a question, an item or a cell. */
export function TextControl({ rules, sheet, ...control }: { rules: TextRules; sheet: Sheet } & ControlProps) {
  const { inputType, placeholder } = rules;
  const isPicked = inputType === 'date' || inputType === 'time';
  return (
    <input
      class={`line ${inputType}`}
      type={typeOf(inputType)}
      inputMode={inputType === 'number' ? 'decimal' : undefined}
      dir={inputType === 'text' ? 'auto' : undefined}
      {...attributes(control)}
      autocomplete={rules.autocomplete ?? undefined}
      placeholder={placeholder ? plainWords({ text: placeholder, sheet }) : undefined}
      min={isPicked && !rules.minIf ? (rules.min ?? undefined) : undefined}
      max={isPicked && !rules.maxIf ? (rules.max ?? undefined) : undefined}
      value={postedIn(sheet.form, control.name)[0]}
    />
  );
}

export function TextField({ field }: { field: Field<TextQuestion> }) {
  return (
    <LabelledQuestion field={field}>
      <TextControl rules={field.question} sheet={field} {...controlOf(field)} />
    </LabelledQuestion>
  );
}

export function CommentField({ field }: { field: Field<CommentQuestion> }) {
  const { question } = field;
  return (
    <LabelledQuestion field={field}>
      <textarea
        class="line"
        rows={question.rows}
        dir="auto"
        {...attributes(controlOf(field))}
        data-most={question.maxLength}
        placeholder={
          question.placeholder ? plainWords({ text: question.placeholder, sheet: field }) : undefined
        }
        value={textareaValue(postedIn(field.form, fieldOf(question))[0] ?? '')}
      />
    </LabelledQuestion>
  );
}

/** HTML swallows one line break at the start of a textarea; another keeps the first. */
function textareaValue(text: string): string {
  return text.startsWith('\n') ? `\n${text}` : text;
}

function controlOf(field: Field<TextQuestion | CommentQuestion>): ControlProps {
  return {
    id: field.id,
    name: fieldOf(field.question),
    isRequired: isRequired(field),
    isDisabled: isDisabled(field),
    isWrong: mainError(field) !== null,
    describedBy: describedBy(field),
  };
}

function attributes(control: ControlProps) {
  return {
    id: control.id,
    name: control.name,
    required: control.isRequired ?? false,
    disabled: control.isDisabled ?? false,
    'aria-labelledby': control.labelledBy,
    'aria-describedby': control.describedBy,
    'aria-invalid': control.isWrong ? ('true' as const) : undefined,
  };
}
