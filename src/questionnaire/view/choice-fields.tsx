import { commentFieldOf, fieldOf } from '../answers/read/answer-fields.js';
import { NONE, OTHER } from '../answers/answers.js';
import type { MultipleChoiceQuestion, SingleChoiceQuestion } from '../plan/choice-questions.js';
import { mostSelected } from './hint-rules.js';
import { describedBy, isDisabled, isRequired, mainError, postedIn, type Field } from './field.js';
import { offeredWithSpecials, type OfferedChoice } from './offered-choices.js';
import { ErrorLine, GroupedQuestion, LabelledQuestion } from './question-frame.js';
import { plainWords, Words } from './words.js';

/** Radio buttons or check boxes, one below the other. */
export function ChoicesField({ field }: { field: Field<SingleChoiceQuestion | MultipleChoiceQuestion> }) {
  const { question } = field;
  const isSingle = question.kind === 'radiogroup';
  return (
    <GroupedQuestion field={field} role={isSingle ? 'radiogroup' : undefined}>
      <div class="choices">
        <SelectAll field={field} />
        {offeredWithSpecials(question, field).map((offer) => (
          <ChoiceLine field={field} offer={offer} type={isSingle ? 'radio' : 'checkbox'} />
        ))}
      </div>
      <ChosenCount question={question} />
      <OtherWords field={field} />
    </GroupedQuestion>
  );
}

/** Many choices in little room: a list of check boxes that scrolls, and that the script can search. */
export function TagboxField({ field }: { field: Field<MultipleChoiceQuestion> }) {
  const { question, id, texts } = field;
  return (
    <GroupedQuestion field={field}>
      <div class="search" data-script hidden>
        <label for={`${id}-search`}>{texts.search}</label>
        <input class="line" type="search" id={`${id}-search`} data-search autocomplete="off" />
        <p class="hint" role="status" data-found />
      </div>
      <div class="choices compact">
        <SelectAll field={field} />
        {offeredWithSpecials(question, field).map((offer) => (
          <ChoiceLine field={field} offer={offer} type="checkbox" />
        ))}
      </div>
      <p class="chosen hint" data-chosen hidden />
      <ChosenCount question={question} />
      <OtherWords field={field} />
    </GroupedQuestion>
  );
}

export function DropdownField({ field }: { field: Field<SingleChoiceQuestion> }) {
  const { question, texts } = field;
  const chosen = postedIn(field.form, fieldOf(question))[0] ?? '';
  return (
    <LabelledQuestion field={field}>
      <select
        class="line"
        id={field.id}
        name={fieldOf(question)}
        required={isRequired(field)}
        disabled={isDisabled(field)}
        aria-describedby={describedBy(field)}
        aria-invalid={mainError(field) ? 'true' : undefined}
      >
        <option value="">
          {question.placeholder
            ? plainWords({ text: question.placeholder, sheet: field })
            : texts.pleaseChoose}
        </option>
        {offeredWithSpecials(question, field).map(({ choice, key, isHidden, isUnavailable }) => (
          <option
            id={`${field.id}-${key}`}
            value={choice.value}
            selected={String(choice.value) === chosen}
            hidden={isHidden}
            disabled={isHidden || isUnavailable}
          >
            {plainWords({ text: choice.text, sheet: field })}
          </option>
        ))}
      </select>
      <OtherWords field={field} />
    </LabelledQuestion>
  );
}

/** Where the script says how many are chosen, of the most that may be. */
function ChosenCount({ question }: { question: SingleChoiceQuestion | MultipleChoiceQuestion }) {
  const most = 'maxSelected' in question ? mostSelected(question) : null;
  return most === null ? null : <p class="hint count" role="status" data-chosen-most={most} />;
}

interface LineProps {
  field: Field<SingleChoiceQuestion | MultipleChoiceQuestion>;
  offer: OfferedChoice;
  type: 'radio' | 'checkbox';
}

function ChoiceLine({ field, offer: { choice, key, isHidden, isUnavailable }, type }: LineProps) {
  const name = fieldOf(field.question);
  return (
    <label class="choice" hidden={isHidden}>
      <input
        type={type}
        id={`${field.id}-${key}`}
        name={name}
        value={choice.value}
        checked={postedIn(field.form, name).includes(String(choice.value))}
        disabled={isHidden || isUnavailable}
        aria-invalid={type === 'checkbox' && mainError(field) ? 'true' : undefined}
        data-alone={(type === 'checkbox' && key === NONE) || undefined}
        data-other={key === OTHER || undefined}
      />
      <span class="text">
        <Words text={choice.text} sheet={field} />
      </span>
    </label>
  );
}

/** Chooses everything at once; only the script can do that, so only the script shows it. */
function SelectAll({ field }: { field: Field<SingleChoiceQuestion | MultipleChoiceQuestion> }) {
  const { question } = field;
  if (!('selectAll' in question) || question.selectAll === null) return null;
  return (
    <label class="choice all" data-script hidden>
      <input type="checkbox" name={`all.${question.name}`} value="1" data-all />
      <span class="text">
        <Words text={question.selectAll} sheet={field} />
      </span>
    </label>
  );
}

/** The field for the words of „Sonstiges“; the stylesheet shows it only beside the choice where it can. */
function OtherWords({ field }: { field: Field<SingleChoiceQuestion | MultipleChoiceQuestion> }) {
  const { question, texts, id } = field;
  const { other } = question;
  if (!other) return null;
  const name = commentFieldOf(question);
  const error = field.errors.get(name);
  return (
    <div class="other">
      <label for={`${id}-words`}>
        {texts.sayWhich({ choice: plainWords({ text: other.text, sheet: field }) })}
      </label>
      <p class="hint" id={`${id}-words-hint`}>
        {texts.optionalWords}
      </p>
      {error !== undefined && <ErrorLine id={`${id}-words-error`} message={error} />}
      <input
        class="line"
        type="text"
        id={`${id}-words`}
        name={name}
        dir="auto"
        value={postedIn(field.form, name)[0]}
        disabled={isDisabled(field)}
        placeholder={other.placeholder ? plainWords({ text: other.placeholder, sheet: field }) : undefined}
        aria-describedby={error === undefined ? `${id}-words-hint` : `${id}-words-error`}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </div>
  );
}
