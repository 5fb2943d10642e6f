import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.js';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet';

interface LinkButtonProps {
  href: string;
  look?: ButtonLook;
  icon?: IconName;
  children: ComponentChildren;
}

/** A link that looks like what it is: the way to the next step. */
export function LinkButton({ href, look = 'primary', icon, children }: LinkButtonProps) {
  return (
    <a class={`button button-${look}`} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

interface SubmitProps {
  look?: ButtonLook;
  icon?: IconName;
  name?: string;
  value?: string;
  /** Sends the form elsewhere than its action. */
  formAction?: string;
  /** Asked before a script sends the form; without scripts the form is sent at once. */
  confirm?: string | undefined;
  /** The name of one of several buttons that read the same; begins with what it reads. */
  label?: string | undefined;
  children: ComponentChildren;
}

/** The button that sends its form. */
export function Submit({
  look = 'primary',
  icon,
  name,
  value,
  formAction,
  confirm,
  label,
  children,
}: SubmitProps) {
  return (
    <button
      class={`button button-${look}`}
      name={name}
      value={value}
      formAction={formAction}
      data-confirm={confirm}
      aria-label={label}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface ActionProps extends Omit<SubmitProps, 'formAction'> {
  action: string;
  /** Sent along unseen. */
  hidden?: Readonly<Record<string, string>>;
}

/** A form of one button: does one thing by POST. */
export function Action({ action, hidden = {}, ...submit }: ActionProps) {
  return (
    <form method="post" action={action} class="action">
      <Hidden values={hidden} />
      <Submit {...submit} />
    </form>
  );
}

export function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
