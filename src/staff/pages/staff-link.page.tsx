import type { ComponentChildren } from 'preact';
import { LinkButton, Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { TextField } from '../../console/fields.js';
import { ConsolePage } from '../../console/layout.page.js';
import { ErrorSummary, type FieldErrors } from '../../console/notices.js';
import { texts } from '../../common/texts.js';
import { NewPasswordFields, newPasswordLabels, UserName } from './new-password-fields.js';
import type { StaffLinkPurpose } from '../staff-link.entity.js';

interface FormProps {
  context: ConsoleContext;
  /** Where the form goes: the address of the link itself. */
  action: string;
  errors: FieldErrors;
}

/** Makes the first account. */
export function SetUpPage({
  context,
  action,
  errors,
  typed,
}: FormProps & { typed: { email: string; name: string } }) {
  const { locale } = context;
  const t = texts('accounts', locale).setUp;
  return (
    <Door context={context} title={t.title} lead={t.lead}>
      <form method="post" action={action} class="card form">
        <ErrorSummary
          errors={errors}
          labels={{ email: t.email, ...newPasswordLabels(locale) }}
          locale={locale}
        />
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={typed.name}
          maxLength={100}
          autocomplete="name"
        />
        <TextField
          name="email"
          label={t.email}
          hint={t.emailHint}
          error={errors['email']}
          type="email"
          value={typed.email}
          autocomplete="username"
          required
        />
        <NewPasswordFields locale={locale} errors={errors} />
        <Submit>{t.submit}</Submit>
      </form>
    </Door>
  );
}

/** Sets the password of an account. */
export function ChoosePasswordPage({ context, action, errors, email }: FormProps & { email: string }) {
  const { locale } = context;
  const t = texts('accounts', locale).choose;
  return (
    <Door context={context} title={t.title} lead={t.lead({ email })}>
      <form method="post" action={action} class="card form">
        <ErrorSummary errors={errors} labels={newPasswordLabels(locale)} locale={locale} />

        <UserName email={email} />
        <NewPasswordFields locale={locale} errors={errors} />
        <Submit>{t.submit}</Submit>
      </form>
    </Door>
  );
}

/** What a link that opens nothing any more says, and how one gets another. */
export function LinkGonePage({ context, purpose }: { context: ConsoleContext; purpose: StaffLinkPurpose }) {
  const t = texts('accounts', context.locale).gone;
  return (
    <Door context={context} title={t.title} lead={t.text}>
      <div class="card">
        {purpose === 'set-up' ? (
          <p>
            {t.setUp} <code>npm run cli -- staff setup-link</code>
          </p>
        ) : (
          <p>{t.password}</p>
        )}
        <p>
          <LinkButton href="/console/sign-in">{t.signIn}</LinkButton>
        </p>
      </div>
    </Door>
  );
}

interface DoorProps {
  context: ConsoleContext;
  title: string;
  lead: string;
  children: ComponentChildren;
}

function Door({ context, title, lead, children }: DoorProps) {
  return (
    <ConsolePage context={context} title={title}>
      <div class="door">
        <div class="door-head">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
        </div>
        {children}
      </div>
    </ConsolePage>
  );
}
