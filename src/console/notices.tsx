import type { ComponentChildren } from 'preact';
import type { ConsoleLocale } from '../common/locale.js';
import { Icon, type IconName } from './icons.js';
import { texts } from '../common/texts.js';

type Tone = 'success' | 'info' | 'warning' | 'error';

const iconOf: Record<Tone, IconName> = { success: 'check', info: 'dot', warning: 'alert', error: 'alert' };

interface NoticeProps {
  tone: Tone;
  /** The tone in a word, for who sees neither colour nor drawing. */
  label?: string;
  children: ComponentChildren;
}

/** Something worth knowing before going on. */
export function Notice({ tone, label, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={iconOf[tone]} />
      <div>
        {label && <span class="visually-hidden">{label}: </span>}
        {children}
      </div>
    </div>
  );
}

interface EmptyProps {
  title: string;
  /** What this place is for, and what to do now. */
  text: string;
  children?: ComponentChildren;
}

/** A place where nothing is yet, and how something gets there. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{text}</p>
      {children && <div class="actions">{children}</div>}
    </div>
  );
}

/** What is wrong with a form, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

interface ErrorSummaryProps {
  errors: FieldErrors;
  /** The label of a field, by its name. */
  labels: Readonly<Record<string, string>>;
  locale: ConsoleLocale;
}

/** Everything wrong with a form, on top of it and focused, each line leading to its field. */
export function ErrorSummary({ errors, labels, locale }: ErrorSummaryProps) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus>
      <h2>{texts('console', locale).errorSummary({ n: entries.length })}</h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>
            <a href={`#f-${name}`}>
              {labels[name] ? `${labels[name]}: ` : ''}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
