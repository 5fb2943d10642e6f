import { ownValue } from '../../common/own-value.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { SelectField, TextArea, TextField } from '../../console/fields.js';
import { languageNames } from '../../console/formats.js';
import type { AskableQuestion } from '../draft/askable-questions.js';
import { ConditionFields } from './condition-fields.js';
import { conditionInWords } from '../draft/condition-words.js';
import { texts } from '../../common/texts.js';
import { type FieldProblem, indices, readCondition } from './element-form.js';
import type { FormValues } from '../frame/posted-values.js';
import type { Field } from '../../questionnaire/kinds/editor-fields.js';
import { fieldLabel, type Label } from '../frame/field-label.js';

export interface FieldsProps {
  fields: readonly Field[];
  values: FormValues;
  errors: Readonly<Record<string, FieldProblem>>;
  /** For the words of labels: a type, or a kind that says it otherwise. */
  type: string;
  languages: readonly string[];
  askable: readonly AskableQuestion[];
  locale: ConsoleLocale;
}

/** Fields in their order; those that go together side by side. */
export function ElementFields(props: FieldsProps) {
  return (
    <>
      {inRows(props.fields).map((row) =>
        row.length === 1 ? (
          row.map((field) => <FieldControl key={field.property} field={field} {...props} />)
        ) : (
          <div class="field-row" key={row.map(({ property }) => property).join()}>
            {row.map((field) => (
              <FieldControl key={field.property} field={field} {...props} />
            ))}
          </div>
        ),
      )}
    </>
  );
}

/** Short fields are side by side. */
function inRows(fields: readonly Field[]): Field[][] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const isShort = field.kind === 'number' || field.kind === 'bound';
    const last = rows.at(-1);
    const goesOn = isShort && last?.every(({ kind }) => kind === field.kind) && last.length < 3;
    if (goesOn) last?.push(field);
    else rows.push([field]);
  }
  return rows;
}

function FieldControl(props: FieldsProps & { field: Field }) {
  const { field, values, errors, type, locale, askable } = props;
  const { property } = field;
  const [label, hint] = fieldLabel(locale, type, property);
  const t = texts('editor', locale);
  const problem = errors[property];
  const error = problem && t.errors[problem];
  const value = values[property] ?? '';
  switch (field.kind) {
    case 'text':
      if (!field.localized)
        return <TextField name={property} label={label} hint={hint} error={error} value={value} />;
      return (
        <TextByLanguage
          {...props}
          name={property}
          label={label}
          hint={hint}
          error={error}
          rows={field.rows ?? 1}
        />
      );
    case 'lines':
      return <TextByLanguage {...props} name={property} label={label} hint={hint} error={error} rows={6} />;
    case 'flag':
      return (
        <div class="choice">
          <input type="hidden" name={property} value="" />
          <input type="checkbox" id={`f-${property}`} name={property} value="yes" checked={value === 'yes'} />
          <label for={`f-${property}`}>{label}</label>
        </div>
      );
    case 'number':
    case 'bound':
      return (
        <TextField
          name={property}
          label={label}
          hint={hint}
          error={error}
          value={value}
          class="short-input"
        />
      );
    case 'expression':
      return <TextField name={property} label={label} hint={hint} error={error} value={value} class="code" />;
    case 'name':
      return (
        <TextField
          name={property}
          label={label}
          hint={hint}
          error={error}
          value={value}
          maxLength={100}
          class="code"
        />
      );
    case 'select':
      return (
        <SelectField
          name={property}
          label={label}
          hint={hint}
          value={value || field.otherwise}
          options={field.options.map((option) => ({
            value: option,
            label:
              ownValue<string>(texts('question-form', locale).options, `${property}.${option}`) ?? option,
          }))}
        />
      );
    case 'parts':
      return <Parts {...props} field={field} label={label} hint={hint} />;
    case 'condition': {
      const expression = readCondition(values, property, askable);
      return (
        <details class="condition-box" open={expression !== ''} id={`box-${property}`}>
          <summary>
            {label}
            {expression && <span class="muted"> {conditionInWords(expression, askable, t)}</span>}
          </summary>
          <ConditionFields property={property} values={values} askable={askable} t={t} />
        </details>
      );
    }
    case 'checks':
      return <Checks {...props} label={label} length={field.length} />;
  }
}

interface ByLanguageProps extends FieldsProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  rows: number;
}

/** One text in each language of the survey, beside each other. */
function TextByLanguage({ name, label, hint, error, rows, languages, values, locale }: ByLanguageProps) {
  const control = (language: string, ownLabel: string, ownHint: string | undefined) => {
    const shared = { name: `${name}.${language}`, label: ownLabel, hint: ownHint, error };
    const value = values[`${name}.${language}`] ?? '';
    return rows > 1 ? (
      <TextArea
        key={language}
        {...shared}
        value={value}
        rows={Math.max(rows, Math.min(value.split('\n').length + 1, 20))}
      />
    ) : (
      <TextField key={language} {...shared} value={value} />
    );
  };
  const [only] = languages;
  if (languages.length === 1 && only !== undefined) return control(only, label, hint);
  return (
    <fieldset class="field by-language">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="by-language-row">
        {languages.map((language) => control(language, languageNames([language], locale), undefined))}
      </div>
    </fieldset>
  );
}

/** Small questions of a question: what is there, and two to spare. */
function Parts(
  props: FieldsProps & { field: Extract<Field, { kind: 'parts' }>; label: string; hint: string | undefined },
) {
  const { field, values, label, hint, languages, locale } = props;
  const t = texts('question-form', locale);
  const there = indices(values, field.property);
  const next = (there.at(-1) ?? -1) + 1;
  return (
    <fieldset class="field parts">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {[...there, next, next + 1].map((index) => {
        const at = `${field.property}.${index}`;
        return (
          <div class="part" key={index}>
            <input type="hidden" name={`${at}.name`} value={values[`${at}.name`] ?? ''} />
            <div class="by-language-row">
              {languages.map((language) => (
                <TextField
                  key={language}
                  name={`${at}.title.${language}`}
                  label={
                    languages.length > 1
                      ? `${t.part.title} (${languageNames([language], locale)})`
                      : t.part.title
                  }
                  value={values[`${at}.title.${language}`] ?? ''}
                  {...(there.includes(index) ? {} : { mark: t.part.hint })}
                />
              ))}
            </div>
            <div class="part-row">
              <SelectField
                name={`${at}.type`}
                label={t.part.type}
                value={values[`${at}.type`] || (field.types[0] ?? '')}
                options={field.types.map((type) => ({
                  value: type,
                  label: ownValue<string>(t.options, `${field.typeKey}.${type}`) ?? type,
                }))}
              />
              <div class="choice">
                <input type="hidden" name={`${at}.required`} value="" />
                <input
                  type="checkbox"
                  id={`f-${at}.required`}
                  name={`${at}.required`}
                  value="yes"
                  checked={values[`${at}.required`] === 'yes'}
                />
                <label for={`f-${at}.required`}>{t.part.required}</label>
              </div>
            </div>
            {field.typeKey === 'cellType' && (
              <details open={languages.some((language) => values[`${at}.choices.${language}`])}>
                <summary>{t.part.choices}</summary>
                <TextByLanguage {...props} name={`${at}.choices`} label={t.part.choices} rows={4} />
              </details>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function Checks(props: FieldsProps & { label: string; length: boolean }) {
  const { values, errors, locale, label, length } = props;
  const { checks } = texts('question-form', locale);
  const t = texts('editor', locale);
  const said = (name: 'regex' | 'minLength' | 'expression', mono: boolean) => {
    const [text, hint]: Label = checks[name];
    const problem = errors[`validators.${name}`];
    return (
      <TextField
        name={`validators.${name}`}
        label={text}
        hint={hint}
        error={problem && t.errors[problem]}
        value={values[`validators.${name}`] ?? ''}
        class={mono ? 'code' : 'short-input'}
      />
    );
  };
  return (
    <fieldset class="field form">
      <legend>{label}</legend>
      {length && said('minLength', false)}
      {said('regex', true)}
      {said('expression', true)}
      <TextByLanguage {...props} name="validators.text" label={checks.text[0]} rows={1} />
    </fieldset>
  );
}
