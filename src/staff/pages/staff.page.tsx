import { Action, Submit } from '../../console/actions.js';
import { Badge, type BadgeTone } from '../../console/badges.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { TextField } from '../../console/fields.js';
import { longDay } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import type { IconName } from '../../console/icons.js';
import { ErrorSummary, type FieldErrors } from '../../console/notices.js';
import { Table } from '../../console/tables.js';
import { AccountFrame } from './account-frame.js';
import type { Account } from '../accounts.service.js';
import { texts } from '../../common/texts.js';

const LOOKS: Record<Account['state'], { tone: BadgeTone; icon: IconName }> = {
  active: { tone: 'good', icon: 'check' },
  invited: { tone: 'calm', icon: 'clock' },
  locked: { tone: 'off', icon: 'lock' },
};

/** What is typed into the form for another account. */
export interface NewAccount {
  email: string;
  name: string;
}

interface Props {
  context: ConsoleContext;
  /** Whose page it is. */
  own: string;
  accounts: readonly Account[];
  typed: NewAccount;
  errors: FieldErrors;
}

/** Everybody who has an account, and what can be done with it. */
export function StaffPage({ context, own, accounts, typed, errors }: Props) {
  const { locale } = context;
  const t = texts('accounts', locale).staff;
  return (
    <AccountFrame context={context} tab="staff" title={t.title} lead={t.lead}>
      <div class="stack">
        <Card>
          <Table
            caption={t.caption}
            rows={accounts}
            keyOf={({ id }) => id}
            columns={[
              {
                label: t.name,
                heading: true,
                cell: ({ id, name }) => (id === own ? `${name} (${t.you})` : name),
              },
              { label: t.email, cell: ({ email }) => email },
              { label: t.since, cell: ({ createdAt }) => longDay(createdAt, locale) },
              {
                label: t.state,
                cell: ({ state, sessions }) => (
                  <div>
                    <Badge {...LOOKS[state]} label={t.states[state]} />
                    {state !== 'locked' && (
                      <p class="hint">{state === 'active' ? t.sessions({ n: sessions }) : t.noPassword}</p>
                    )}
                  </div>
                ),
              },
              {
                label: t.act,
                cell: (account) => <Acts account={account} isLast={accounts.length === 1} locale={locale} />,
              },
            ]}
          />
        </Card>
        <Card title={t.add.title}>
          <ErrorSummary errors={errors} labels={{ email: t.add.email, name: t.add.name }} locale={locale} />
          <form method="post" action="/console/staff" class="form narrow">
            <p class="hint">{t.add.hint}</p>
            <TextField name="name" label={t.add.name} value={typed.name} maxLength={100} autocomplete="off" />
            <TextField
              name="email"
              label={t.add.email}
              error={errors['email']}
              type="email"
              value={typed.email}
              autocomplete="off"
              required
            />
            <Submit icon="plus">{t.add.submit}</Submit>
          </form>
        </Card>
      </div>
    </AccountFrame>
  );
}

interface ActsProps {
  account: Account;
  /** The only one there is: it stays. */
  isLast: boolean;
  locale: ConsoleContext['locale'];
}

function Acts({ account: { id, name, state }, isLast, locale }: ActsProps) {
  const t = texts('accounts', locale).staff;
  const act = (step: string) => `/console/staff/${id}/${step}`;
  return (
    <div class="actions">
      {state !== 'locked' && (
        <Action action={act('link')} look="secondary" label={t.of({ act: t.reset, name })}>
          {t.reset}
        </Action>
      )}
      {state === 'locked' && (
        <Action action={act('unlock')} look="secondary" label={t.of({ act: t.unlock, name })}>
          {t.unlock}
        </Action>
      )}
      {state !== 'locked' && !isLast && (
        <Action
          action={act('lock')}
          look="secondary"
          confirm={t.lockSure({ name })}
          label={t.of({ act: t.lock, name })}
        >
          {t.lock}
        </Action>
      )}
      {!isLast && (
        <Action
          action={act('remove')}
          look="danger"
          confirm={t.removeSure({ name })}
          label={t.of({ act: t.remove, name })}
        >
          {t.remove}
        </Action>
      )}
    </div>
  );
}
