import type { ComponentChildren } from 'preact';
import { fieldOf } from '../answers/read/answer-fields.js';
import { kindOf } from '../kinds/registry.js';
import { isLive } from '../plan/live-expressions.js';
import {
  describedBy,
  frameId,
  hasHint,
  hintId,
  isDisabled,
  isOff,
  isRequired,
  mainError,
  type Field,
} from './field.js';
import { hidesItself } from './hides-itself.js';
import { answerHint } from './answer-hints.js';
import { Words } from './words.js';

/** A question with one control: its title is the control's label. */
export function LabelledQuestion({ field, children }: { field: Field; children: ComponentChildren }) {
  return (
    <div {...frame(field)}>
      <label class="title" for={field.id}>
        <Title field={field} />
      </label>
      <Hints field={field} />
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
      {...frame(field)}
      role={role}
      disabled={isDisabled(field)}
      aria-labelledby={`${field.id}-title`}
      aria-describedby={describedBy(field, describedById)}
      aria-invalid={role && isInvalid ? 'true' : undefined}
      aria-required={role && isRequired(field) ? 'true' : undefined}
    >
      <legend class="title" id={`${field.id}-title`}>
        <Title field={field} />
      </legend>
      <Hints field={field} />
      <ErrorLine {...mainError(field)} />
      {children}
    </fieldset>
  );
}

/** The error message of a field; nothing if there is none. */
export function ErrorLine({ id, message }: { id?: string; message?: string }) {
  if (message === undefined) return null;
  return (
    <p class="error" id={id}>
      {message}
    </p>
  );
}

export function Title({ field }: { field: Field }) {
  const { question } = field;
  return (
    <>
      <Words text={question.title} sheet={field} />
      <RequiredMark field={field} />
    </>
  );
}

/** Says that an answer is needed; waits, hidden, where that depends on other answers of the page. */
function RequiredMark({ field }: { field: Field }) {
  const { question, texts, live } = field;
  const isNeeded = isRequired(field) || kindOf(question).isNeededInPart?.(question) === true;
  if (!isNeeded && !isLive(question.requiredIf, live)) return null;
  return (
    <span class="mark" data-required hidden={!isNeeded}>
      {' '}
      <span class="required">{texts.required}</span>
    </span>
  );
}

/** What the question says besides its title, what it asks for, and why it cannot be answered, if so. */
export function Hints({ field }: { field: Field }) {
  const { question, locale, texts, live } = field;
  return (
    <>
      {hasHint(field) && (
        <p class="hint" id={hintId(field)}>
          {question.description && <Words text={question.description} sheet={field} />}{' '}
          {answerHint(question, locale)}
        </p>
      )}
      {question.enableIf && (isDisabled(field) || isLive(question.enableIf, live)) && (
        <p class="hint locked" data-locked hidden={!isDisabled(field)}>
          {texts.notAnswerableNow}
        </p>
      )}
    </>
  );
}

/** What the frame of every question carries: the script finds questions by it. */
export function frame(field: Field, look = '') {
  const { question } = field;
  return {
    id: frameId(question),
    class: `question is-${question.kind}${look && ` ${look}`}${isWrong(field) ? ' wrong' : ''}`,
    hidden: hidesItself(question, field.state),
    'data-question': question.id,
    'data-off': isOff(question, field),
  };
}

function isWrong({ question, errors }: Field): boolean {
  const own = fieldOf(question);
  return [...errors.keys()].some(
    (name) => name === own || name.startsWith(`${own}.`) || name === `${own}-Comment`,
  );
}
