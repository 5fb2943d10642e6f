import { TextArea } from '../../console/fields.js';
import { type AskableQuestion, operatorsFor } from '../draft/askable-questions.js';
import { type Operator, operators } from '../draft/condition-rows.js';
import type { Texts } from '../../common/texts.js';
import { indices } from './element-form.js';
import type { FormValues } from '../frame/posted-values.js';

interface Props {
  property: string;
  values: FormValues;
  askable: readonly AskableQuestion[];
  t: Texts['editor'];
}

/** Rows of question, comparison and value, with one to spare; the expression for experts below. */
export function ConditionFields({ property, values, askable, t }: Props) {
  const text = values[`${property}.text`] ?? '';
  const filled = indices(values, property);
  const rows = text ? [] : [...filled, (filled.at(-1) ?? -1) + 1];
  const join = values[`${property}.join`] === 'or' ? 'or' : 'and';
  return (
    <div class="condition-rows" data-condition={property}>
      {text === '' && (
        <>
          {(filled.length > 1 || rows.length > 1) && (
            <div class="condition-join">
              <label for={`f-${property}.join`} class="visually-hidden">
                {t.condition.joinLabel}
              </label>
              <select name={`${property}.join`} id={`f-${property}.join`}>
                {(['and', 'or'] as const).map((value) => (
                  <option key={value} value={value} selected={value === join}>
                    {t.condition.join[value]}
                  </option>
                ))}
              </select>
            </div>
          )}
          {rows.map((index) => (
            <ConditionRowFields
              key={index}
              at={`${property}.${index}`}
              values={values}
              askable={askable}
              t={t}
            />
          ))}
        </>
      )}
      <details class="condition-text" open={text !== ''}>
        <summary>{t.condition.text}</summary>
        <TextArea
          name={`${property}.text`}
          label={t.condition.text}
          hint={text ? t.condition.onlyText : t.condition.textHint}
          value={text}
          rows={2}
          class="code"
          spellcheck={false}
        />
      </details>
    </div>
  );
}

function ConditionRowFields({
  at,
  values,
  askable,
  t,
}: {
  at: string;
  values: FormValues;
  askable: readonly AskableQuestion[];
  t: Texts['editor'];
}) {
  const name = values[`${at}.question`] ?? '';
  const asked = askable.find((question) => question.name === name);
  const operator = values[`${at}.operator`] ?? '';
  const offered: readonly Operator[] = asked ? operatorsFor(asked.kind) : operators;
  const all = offered.some((one) => one === operator) || operator === '' ? offered : operators;
  return (
    <div class="condition-row">
      <div class="field">
        <label for={`f-${at}.question`}>{t.condition.question}</label>
        <select name={`${at}.question`} id={`f-${at}.question`}>
          <option value="">{t.condition.choose}</option>
          {name !== '' && !asked && (
            <option value={name} selected>
              {name}
            </option>
          )}
          {askable.map((question) => (
            <option key={question.name} value={question.name} selected={question.name === name}>
              {question.label}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`f-${at}.operator`}>{t.condition.operator}</label>
        <select name={`${at}.operator`} id={`f-${at}.operator`}>
          {all.map((one) => (
            <option key={one} value={one} selected={one === operator}>
              {t.condition.operators[one]}
            </option>
          ))}
        </select>
      </div>
      <div class="field condition-value">
        <label for={`f-${at}.value`}>{t.condition.value}</label>
        <ValueControl at={at} asked={asked} value={values[`${at}.value`] ?? ''} t={t} />
      </div>
    </div>
  );
}

function ValueControl({
  at,
  asked,
  value,
  t,
}: {
  at: string;
  asked: AskableQuestion | undefined;
  value: string;
  t: Texts['editor'];
}) {
  const control = { name: `${at}.value`, id: `f-${at}.value` };
  const options = asked?.kind === 'yesno' ? yesNo(t) : (asked?.choices ?? []);
  if (options.length === 0) return <input {...control} type="text" value={value} maxLength={200} />;
  const isKnown = value === '' || options.some((option) => String(option.value) === value);
  return (
    <select {...control}>
      {value === '' && <option value="" />}
      {!isKnown && (
        <option value={value} selected>
          {value}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={String(option.value)} selected={String(option.value) === value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function yesNo(t: Texts['editor']): { value: string; text: string }[] {
  return [
    { value: 'true', text: t.condition.yes },
    { value: 'false', text: t.condition.no },
  ];
}
