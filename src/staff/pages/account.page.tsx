import type { ConsoleLocale } from '../../common/locale.js';
import { Action, Submit } from '../../console/actions.js';
import { Badge } from '../../console/badges.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { TextField } from '../../console/fields.js';
import { serverTime } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { ErrorSummary, type FieldErrors } from '../../console/notices.js';
import type { ListedSession } from '../sessions/staff-sessions.service.js';
import { Table } from '../../console/tables.js';
import { AccountFrame } from './account-frame.js';
import { texts } from '../../common/texts.js';
import { NewPasswordFields, newPasswordLabels, UserName } from './new-password-fields.js';

interface Props {
  context: ConsoleContext;
  sessions: readonly ListedSession[];
  errors: FieldErrors;
}

/** One's own account: its password, and where one is signed in. */
export function AccountPage({ context, sessions, errors }: Props) {
  const { locale } = context;
  const t = texts('accounts', locale).account;
  const email = context.member?.email ?? '';
  return (
    <AccountFrame context={context} tab="account" title={t.title} lead={t.lead({ email })}>
      <div class="stack">
        <Card title={t.password.title}>
          <ErrorSummary
            errors={errors}
            labels={{ present: t.password.present, ...newPasswordLabels(locale) }}
            locale={locale}
          />
          <form method="post" action="/console/account/password" class="form narrow">
            <p class="hint">{t.password.hint}</p>

            <UserName email={email} />
            <TextField
              name="present"
              label={t.password.present}
              error={errors['present']}
              type="password"
              autocomplete="current-password"
              required
            />
            <NewPasswordFields locale={locale} errors={errors} />
            <Submit>{t.password.submit}</Submit>
          </form>
        </Card>
        <Sessions sessions={sessions} locale={locale} />
      </div>
    </AccountFrame>
  );
}

function Sessions({ sessions, locale }: { sessions: readonly ListedSession[]; locale: ConsoleLocale }) {
  const t = texts('accounts', locale).account.sessions;
  const since = ({ createdAt }: ListedSession) => serverTime(createdAt, locale);
  const nameOf = ({ browser }: ListedSession) => browser ?? t.unknown;
  return (
    <Card title={t.title}>
      <p class="hint">{t.hint}</p>
      <Table
        caption={t.caption}
        rows={sessions}
        keyOf={({ id }) => id}
        columns={[
          { label: t.browser, heading: true, cell: nameOf },
          { label: t.since, cell: since },
          { label: t.lastSeen, cell: ({ lastSeenAt }) => serverTime(lastSeenAt, locale) },
          {
            label: t.act,
            cell: (session) =>
              session.isThis ? (
                <Badge tone="good" icon="check" label={t.isThis} />
              ) : (
                <Action
                  action={`/console/account/sessions/${session.id}/end`}
                  look="secondary"
                  label={t.endOf({ browser: nameOf(session), since: since(session) })}
                >
                  {t.end}
                </Action>
              ),
          },
        ]}
      />
      {sessions.some(({ isThis }) => !isThis) && (
        <div class="actions">
          <Action action="/console/account/sessions/end-others" look="secondary">
            {t.endOthers}
          </Action>
        </div>
      )}
    </Card>
  );
}
