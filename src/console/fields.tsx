import type { ComponentChildren } from 'preact';

interface FieldProps {
  /** Also the id of the control, as `f-name`. */
  name: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** Said beside the label: „freiwillig“. */
  mark?: string | undefined;
}

/** A label, what to enter, what is wrong, and the control they belong to. */
function Field({ name, label, hint, error, mark, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={`f-${name}`}>
        {label}
        {mark && <span class="mark-optional"> ({mark})</span>}
      </label>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

function HintAndError({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p class="hint" id={`h-${name}`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`e-${name}`}>
          {error}
        </p>
      )}
    </>
  );
}

function described({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const ids = [hint ? `h-${name}` : null, error ? `e-${name}` : null].filter((id) => id !== null);
  return {
    id: `f-${name}`,
    name,
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(error && { 'aria-invalid': 'true' as const }),
  };
}

interface InputProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'search' | 'datetime-local' | 'time' | 'file';
  value?: string;
  required?: boolean;
  autocomplete?: string;
  autofocus?: boolean;
  min?: string;
  max?: string;
  maxLength?: number;
  placeholder?: string;
  /** Kinds of files that may be chosen. */
  accept?: string;
  /** Name of a `<datalist>` with suggestions. */
  list?: string;
  class?: string;
}

export function TextField({ name, label, hint, error, mark, type = 'text', ...input }: InputProps) {
  const attributes: object = { ...input, type, ...described({ name, hint, error }) };
  return (
    <Field name={name} label={label} hint={hint} error={error} mark={mark}>
      <input {...attributes} />
    </Field>
  );
}

interface AreaProps extends FieldProps {
  value: string;
  rows?: number;
  required?: boolean;
  maxLength?: number;
  placeholder?: string;
  spellcheck?: boolean;
  class?: string;
}

export function TextArea({ name, label, hint, error, mark, value, ...area }: AreaProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} mark={mark}>
      <textarea {...area} {...described({ name, hint, error })}>
        {value}
      </textarea>
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  /** One sentence of explanation below the label. */
  hint?: string | undefined;
}

type SelectProps = FieldProps & { options: readonly Option[]; value: string };

export function SelectField({ name, label, hint, error, mark, options, value }: SelectProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} mark={mark}>
      <select {...described({ name, hint, error })}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoicesProps extends FieldProps {
  type: 'radio' | 'checkbox';
  options: readonly Option[];
  chosen: readonly string[];
  /** Those of the chosen that cannot be taken back; a browser does not send them. */
  fixed?: readonly string[];
  /** Further controls that belong to an option, by its value. */
  within?: Readonly<Record<string, ComponentChildren>>;
}

/** One or several out of a few, all in sight. */
export function Choices(props: ChoicesProps) {
  const { name, label, hint, error, type, options, chosen, fixed = [], within = {} } = props;
  return (
    <fieldset class={error ? 'field choices field-wrong' : 'field choices'} id={`f-${name}`} tabIndex={-1}>
      <legend>{label}</legend>
      <HintAndError name={name} hint={hint} error={error} />
      {options.map((option) => (
        <div class="choice" key={option.value}>
          <input
            type={type}
            id={`f-${name}-${option.value}`}
            name={name}
            value={option.value}
            checked={chosen.includes(option.value)}
            disabled={fixed.includes(option.value)}
            aria-describedby={option.hint ? `h-${name}-${option.value}` : undefined}
          />
          <div>
            <label for={`f-${name}-${option.value}`}>{option.label}</label>
            {option.hint && (
              <p class="hint" id={`h-${name}-${option.value}`}>
                {option.hint}
              </p>
            )}
            {within[option.value] && <div class="choice-within">{within[option.value]}</div>}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
