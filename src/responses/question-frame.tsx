import type { ComponentChildren } from 'preact';
import { fieldOf } from '../questionnaire/answer-form.js';
import { describedBy, hasHint, hintId, mainError, ruleOf, type Field } from './field.js';
import { Localized } from './localized.js';

/** A question with one control: its title is the control's label. */
export function LabelledQuestion({ field, children }: { field: Field; children: ComponentChildren }) {
  return (
    <div class={frameClass(field)}>
      <label class="title" for={field.id}>
        <Title field={field} />
      </label>
      <Hint field={field} />
      <ErrorLine {...mainError(field)} />
      {children}
    </div>
  );
}

interface GroupProps {
  field: Field;
  /** `radiogroup` says that one of its choices is wanted, and can carry `aria-invalid` (WAI-ARIA 1.2). */
  role?: 'radiogroup' | undefined;
  /** Ids of further descriptions. */
  describedById?: string | null;
  children: ComponentChildren;
}

/** A question with several controls: its title is the legend of their group (WCAG 1.3.1). */
export function GroupedQuestion({ field, role, describedById = null, children }: GroupProps) {
  const isInvalid = mainError(field) !== null;
  return (
    <fieldset
      class={frameClass(field)}
      role={role}
      aria-labelledby={`${field.id}-title`}
      aria-describedby={describedBy(field, describedById)}
      aria-invalid={role && isInvalid ? 'true' : undefined}
      aria-required={role && field.question.required ? 'true' : undefined}
    >
      <legend class="title" id={`${field.id}-title`}>
        <Title field={field} />
      </legend>
      <Hint field={field} />
      <ErrorLine {...mainError(field)} />
      {children}
    </fieldset>
  );
}

/** A message beside its field; nothing where there is none. */
export function ErrorLine({ id, message }: { id?: string; message?: string }) {
  if (message === undefined) return null;
  return (
    <p class="error" id={id}>
      {message}
    </p>
  );
}

function Title({ field }: { field: Field }) {
  const { question, locale, texts } = field;
  return (
    <>
      <Localized text={question.title} locale={locale} />
      {isRequired(field) && (
        <>
          {' '}
          <span class="required">{texts.required}</span>
        </>
      )}
    </>
  );
}

function Hint({ field }: { field: Field }) {
  const { question, locale } = field;
  if (!hasHint(field)) return null;
  return (
    <p class="hint" id={hintId(field)}>
      {question.description && <Localized text={question.description} locale={locale} />}{' '}
      {ruleOf(question, locale)}
    </p>
  );
}

function isRequired({ question }: Field): boolean {
  return question.required || (question.kind === 'matrix' && question.everyRowRequired);
}

function frameClass({ question, errors }: Field): string {
  const fields = [...errors.keys()];
  const own = fieldOf(question);
  const isWrong = fields.some(
    (name) => name === own || name.startsWith(`${own}.`) || name === `${own}-Comment`,
  );
  return isWrong ? 'question wrong' : 'question';
}
