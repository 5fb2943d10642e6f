import { textIn, type LocalizedText, type Locale } from '../common/locale.js';
import { commentFieldOf, fieldOf } from '../questionnaire/answer-form.js';
import {
  NONE,
  OTHER,
  type BooleanQuestion,
  type CheckboxQuestion,
  type ChoiceList,
  type SingleChoiceQuestion,
} from '../questionnaire/questionnaire-plan.js';
import { describedBy, mainError, postedIn, type Field } from './field.js';
import { Localized } from './localized.js';
import { ErrorLine, GroupedQuestion, LabelledQuestion } from './question-frame.js';

/** Radio buttons or check boxes, one below the other. */
export function ChoicesField({ field }: { field: Field<SingleChoiceQuestion | CheckboxQuestion> }) {
  const { question } = field;
  const isRadio = question.kind !== 'checkbox';
  return (
    <GroupedQuestion field={field} role={isRadio ? 'radiogroup' : undefined}>
      <div class="choices">
        {choicesInOrder(question, field.locale).map(({ value, text }, index) => (
          <ChoiceLine field={field} index={index} value={value} text={text} />
        ))}
      </div>
      <OtherWords field={field} />
    </GroupedQuestion>
  );
}

/** Yes or no, side by side where there is room. */
export function BooleanField({ field }: { field: Field<BooleanQuestion> }) {
  const { question, texts, locale } = field;
  return (
    <GroupedQuestion field={field} role="radiogroup">
      <div class="choices beside">
        <ChoiceLine
          field={field}
          index={0}
          value="true"
          text={question.labelTrue ?? { [locale]: texts.yes }}
        />
        <ChoiceLine
          field={field}
          index={1}
          value="false"
          text={question.labelFalse ?? { [locale]: texts.no }}
        />
      </div>
    </GroupedQuestion>
  );
}

export function DropdownField({ field }: { field: Field<SingleChoiceQuestion> }) {
  const { question, locale, texts } = field;
  const chosen = postedIn(field.form, fieldOf(question))[0] ?? '';
  return (
    <LabelledQuestion field={field}>
      <select
        class="line"
        id={field.id}
        name={fieldOf(question)}
        required={question.required}
        aria-describedby={describedBy(field)}
        aria-invalid={mainError(field) ? 'true' : undefined}
      >
        <option value="">
          {question.placeholder ? textIn(question.placeholder, locale) : texts.pleaseChoose}
        </option>
        {choicesInOrder(question, locale).map(({ value, text }) => (
          <option value={value} selected={String(value) === chosen}>
            {textIn(text, locale)}
          </option>
        ))}
      </select>
      <OtherWords field={field} />
    </LabelledQuestion>
  );
}

interface LineProps {
  field: Field<SingleChoiceQuestion | CheckboxQuestion | BooleanQuestion>;
  index: number;
  value: string | number;
  text: LocalizedText;
}

function ChoiceLine({ field, index, value, text }: LineProps) {
  const { question } = field;
  const isRadio = question.kind !== 'checkbox';
  const name = fieldOf(question);
  return (
    <label class="choice">
      <input
        type={isRadio ? 'radio' : 'checkbox'}
        id={`${field.id}-${index}`}
        name={name}
        value={value}
        checked={postedIn(field.form, name).includes(String(value))}
        required={isRadio && question.required}
        aria-invalid={!isRadio && mainError(field) ? 'true' : undefined}
      />
      <span>
        <Localized text={text} locale={field.locale} />
      </span>
    </label>
  );
}

/** The field for the words of „Sonstiges“; the stylesheet shows it only beside the choice where it can. */
function OtherWords({ field }: { field: Field<SingleChoiceQuestion | CheckboxQuestion> }) {
  const { question, locale, texts, id } = field;
  const { other } = question;
  if (!other) return null;
  const name = commentFieldOf(question);
  const error = field.errors.get(name);
  return (
    <div class="other">
      <label for={`${id}-other`}>{texts.sayWhich(textIn(other.text, locale))}</label>
      <p class="hint" id={`${id}-other-hint`}>
        {texts.optionalWords}
      </p>
      {error !== undefined && <ErrorLine id={`${id}-other-error`} message={error} />}
      <input
        class="line"
        type="text"
        id={`${id}-other`}
        name={name}
        value={postedIn(field.form, name)[0]}
        placeholder={other.placeholder ? textIn(other.placeholder, locale) : undefined}
        aria-describedby={error === undefined ? `${id}-other-hint` : `${id}-other-error`}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </div>
  );
}

/** The choices as people see them: sorted in their own language if wanted, the special ones last. */
function choicesInOrder(list: ChoiceList, locale: Locale): { value: string | number; text: LocalizedText }[] {
  const sign = list.order === 'desc' ? -1 : 1;
  const choices =
    list.order === 'none'
      ? list.choices
      : list.choices.toSorted(
          (a, b) => sign * textIn(a.text, locale).localeCompare(textIn(b.text, locale), locale),
        );
  return [
    ...choices,
    ...(list.none ? [{ value: NONE, text: list.none }] : []),
    ...(list.other ? [{ value: OTHER, text: list.other.text }] : []),
  ];
}
