import type { ConsoleLocale } from '../../common/locale.js';
import { Action, Submit } from '../../console/actions.js';
import { Badge } from '../../console/badges.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { SelectField, TextField } from '../../console/fields.js';
import { serverTime } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Empty, ErrorSummary, type FieldErrors } from '../../console/notices.js';
import { Table } from '../../console/tables.js';
import type { ApiToken } from '../../http/tokens/api-token.entity.js';
import { AccountFrame } from './account-frame.js';
import type { Account } from '../accounts.service.js';
import { texts } from '../../common/texts.js';

/** How long a token can be made for, in days. */
export const validDays = ['never', '30', '90', '365'] as const;

interface Props {
  context: ConsoleContext;
  tokens: readonly ApiToken[];
  /** For the names of those who made them. */
  accounts: readonly Account[];
  now: Date;
  typed: { name: string; days: (typeof validDays)[number] };
  errors: FieldErrors;
}

/** Every token there is, and the form for another. */
export function TokensPage({ context, tokens, accounts, now, typed, errors }: Props) {
  const { locale } = context;
  const t = texts('accounts', locale).tokens;
  return (
    <AccountFrame context={context} tab="tokens" title={t.title} lead={t.lead}>
      <div class="stack">
        {tokens.length === 0 ? (
          <Empty title={t.emptyTitle} text={t.emptyText} />
        ) : (
          <Card>
            <Table
              caption={t.caption}
              rows={tokens}
              keyOf={({ id }) => id}
              columns={[
                { label: t.name, heading: true, cell: ({ name }) => name },
                {
                  label: t.made,
                  cell: ({ createdAt, madeBy }) => (
                    <div>
                      {serverTime(createdAt, locale)}
                      {madeBy !== null && <p class="hint">{makerOf(madeBy, accounts, locale)}</p>}
                    </div>
                  ),
                },
                {
                  label: t.lastUsed,
                  cell: ({ lastUsedAt }) => (lastUsedAt === null ? t.never : serverTime(lastUsedAt, locale)),
                },
                {
                  label: t.expires,
                  cell: ({ expiresAt }) => <End at={expiresAt} now={now} locale={locale} />,
                },
                {
                  label: t.act,
                  cell: ({ id, name }) => (
                    <Action
                      action={`/console/tokens/${id}/remove`}
                      look="danger"
                      confirm={t.removeSure({ name })}
                      label={t.removeOf({ name })}
                    >
                      {t.remove}
                    </Action>
                  ),
                },
              ]}
            />
          </Card>
        )}
        <Card title={t.add.title}>
          <ErrorSummary errors={errors} labels={{ name: t.add.name }} locale={locale} />
          <form method="post" action="/console/tokens" class="form narrow">
            <TextField
              name="name"
              label={t.add.name}
              hint={t.add.nameHint}
              error={errors['name']}
              value={typed.name}
              maxLength={100}
              autocomplete="off"
              required
            />
            <SelectField
              name="days"
              label={t.add.days}
              value={typed.days}
              options={validDays.map((value) => ({ value, label: t.add.daysOf[value] }))}
            />
            <Submit icon="plus">{t.add.submit}</Submit>
          </form>
        </Card>
      </div>
    </AccountFrame>
  );
}

function End({ at, now, locale }: { at: Date | null; now: Date; locale: ConsoleLocale }) {
  const t = texts('accounts', locale).tokens;
  if (at === null) return <>{t.unlimited}</>;
  return (
    <div>
      {serverTime(at, locale)} {at <= now && <Badge tone="off" icon="clock" label={t.ended} />}
    </div>
  );
}

function makerOf(
  madeBy: NonNullable<ApiToken['madeBy']>,
  accounts: readonly Account[],
  locale: ConsoleLocale,
): string {
  const t = texts('accounts', locale).tokens;
  if (madeBy === 'cli' || madeBy === 'system') return t.by[madeBy];
  const account = accounts.find(({ id }) => madeBy === `staff:${id}`);
  return account ? t.byStaff({ name: account.name }) : t.by.gone;
}
