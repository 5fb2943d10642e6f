import type { ConsoleLocale } from '../../common/locale.js';
import { Action, Submit } from '../../console/actions.js';
import { TextField } from '../../console/fields.js';
import { count, shortTime } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { PersonName } from '../../console/person-name.js';
import { Empty, Notice } from '../../console/notices.js';
import { Pagination, Table } from '../../console/tables.js';
import { texts } from '../../common/texts.js';
import { DeliveryBadge } from './mailing-badges.js';
import { deliveries, type Delivery } from '../states/message.entity.js';
import type { LedgerRow } from '../messages/messages.service.js';
import type { WaveState } from '../states/wave.entity.js';

/** How many messages there are, in all and by state; a number that is not shown is null. */
interface LedgerCounts {
  total: number;
  counts: Record<Delivery, number | null>;
}

/** A page of the ledger, and what it was asked for. */
export interface LedgerView {
  rows: readonly LedgerRow[];
  state: Delivery | null;
  address: string;
  /** Cursor of the next page. */
  next: string | null;
  isFirst: boolean;
}

interface Props {
  view: LedgerView;
  wave: string;
  state: WaveState;
  status: LedgerCounts;
  timeZone: string;
  locale: ConsoleLocale;
}

/** Every mail of a wave: to whom, what became of it, what the mail server said. */
export function Ledger({ view, wave, state, status, timeZone, locale }: Props) {
  const t = texts('ledger', locale);
  const href = (query: Record<string, string>) => ledgerPath(wave, query);
  const asked = { ...(view.state && { state: view.state }), ...(view.address && { address: view.address }) };
  const isCancelled = state === 'cancelled';
  const uncertain = status.counts.uncertain ?? 0;
  const nothingHere =
    view.state || view.address || !view.isFirst
      ? { title: t.noneFoundTitle, text: t.noneFound }
      : { title: t.emptyTitle, text: isCancelled || state === 'finished' ? t.overText : t.emptyText };
  return (
    <Card title={t.title} id="mails">
      <div class="ledger-tools">
        <Filters view={view} wave={wave} status={status} locale={locale} />
        <form method="get" action={`/console/waves/${wave}#mails`} class="inline-form" role="search">
          {view.state && <input type="hidden" name="state" value={view.state} />}
          <TextField name="address" label={t.search} type="search" value={view.address} />
          <Submit look="secondary">{t.searchSubmit}</Submit>
        </form>
      </div>
      {uncertain > 0 && view.state === 'uncertain' && (
        <Notice tone="warning">
          <p>
            <strong>{t.uncertainTitle}.</strong> {t.uncertainText}
          </p>
          <DecideAll wave={wave} uncertain={uncertain} isCancelled={isCancelled} locale={locale} />
        </Notice>
      )}
      {view.rows.length === 0 ? (
        <Empty {...nothingHere} />
      ) : (
        <Rows rows={view.rows} isCancelled={isCancelled} timeZone={timeZone} locale={locale} />
      )}
      <Pagination
        next={view.next === null ? null : href({ ...asked, cursor: view.next })}
        first={view.isFirst ? null : href(asked)}
        locale={locale}
      />
    </Card>
  );
}

/** In the place of the mails of a wave that are not shown one by one: why, and the decision about all uncertain ones. */
export function HiddenLedger({
  wave,
  state,
  status,
  locale,
}: Pick<Props, 'wave' | 'state' | 'status' | 'locale'>) {
  const t = texts('ledger', locale);
  const uncertain = status.counts.uncertain ?? 0;
  return (
    <Card title={t.title} id="mails">
      <p class="muted">{t.hidden}</p>
      {uncertain > 0 && (
        <Notice tone="warning">
          <p>
            <strong>{t.uncertainTitle}.</strong> {t.uncertainText}
          </p>
          <DecideAll wave={wave} uncertain={uncertain} isCancelled={state === 'cancelled'} locale={locale} />
        </Notice>
      )}
    </Card>
  );
}

function Filters({ view, wave, status, locale }: Omit<Props, 'timeZone' | 'state'>) {
  const t = texts('ledger', locale);
  const address: Record<string, string> = view.address ? { address: view.address } : {};
  const there = deliveries.filter((state) => (status.counts[state] ?? 0) > 0 || view.state === state);
  return (
    <nav aria-label={t.filter}>
      <ul class="filters">
        <li>
          <a href={ledgerPath(wave, address)} aria-current={view.state === null ? 'true' : undefined}>
            {t.all} <span class="number">{count(status.total, locale)}</span>
          </a>
        </li>
        {there.map((state) => (
          <li key={state}>
            <a
              href={ledgerPath(wave, { state, ...address })}
              aria-current={view.state === state ? 'true' : undefined}
            >
              {texts('mailing', locale).deliveries[state]}{' '}
              <span class="number">{count(status.counts[state] ?? 0, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RowsProps {
  rows: readonly LedgerRow[];
  isCancelled: boolean;
  timeZone: string;
  locale: ConsoleLocale;
}

function Rows({ rows, isCancelled, timeZone, locale }: RowsProps) {
  const t = texts('ledger', locale);
  const decisions = {
    label: t.columns.decide,
    cell: (row: LedgerRow) =>
      mayDecide(row, isCancelled) && <Decision row={row} isCancelled={isCancelled} locale={locale} />,
  };
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          label: t.columns.person,
          heading: true,
          cell: PersonName,
        },
        { label: t.columns.state, cell: (row) => <State row={row} locale={locale} /> },
        { label: t.columns.when, cell: (row) => <When row={row} timeZone={timeZone} locale={locale} /> },
        { label: t.columns.reply, cell: (row) => <Reply row={row} locale={locale} /> },
        ...(rows.some((row) => mayDecide(row, isCancelled)) ? [decisions] : []),
      ]}
    />
  );
}

/** What is uncertain, and what was refused while its wave may still send. */
function mayDecide(row: LedgerRow, isCancelled: boolean): boolean {
  return row.state === 'uncertain' || (row.state === 'refused' && !isCancelled);
}

function State({ row, locale }: { row: LedgerRow; locale: ConsoleLocale }) {
  const { skipReasons, refusals } = texts('mailing', locale);
  const reasons: Record<string, string> = row.state === 'skipped' ? skipReasons : refusals;
  const reason = row.state === 'skipped' || row.state === 'refused' ? reasons[row.reason ?? ''] : null;
  return (
    <div>
      <DeliveryBadge delivery={row.state} locale={locale} />
      {reason && <span class="cell-sub">{reason}</span>}
    </div>
  );
}

function Reply({ row, locale }: { row: LedgerRow; locale: ConsoleLocale }) {
  const { handedTo } = texts('ledger', locale);
  return (
    <>
      {row.reply && <code lang="en">{row.reply}</code>}
      {row.server && <span class="cell-sub">{handedTo({ server: row.server })}</span>}
    </>
  );
}

function When({ row, timeZone, locale }: { row: LedgerRow; timeZone: string; locale: ConsoleLocale }) {
  const t = texts('ledger', locale);
  const time = (at: Date) => shortTime(at, timeZone, locale);
  return (
    <div>
      {row.settledAt ? time(row.settledAt) : '–'}
      {row.state === 'deferred' && row.nextAttemptAt && (
        <span class="cell-sub">{t.nextAttempt({ when: time(row.nextAttemptAt) })}</span>
      )}
      {row.attempts > 1 && <span class="cell-sub">{t.attempts({ n: row.attempts })}</span>}
    </div>
  );
}

interface DecideAllProps {
  wave: string;
  uncertain: number;
  isCancelled: boolean;
  locale: ConsoleLocale;
}

/** One decision for all; a cancelled wave sends nothing again. */
function DecideAll({ wave, uncertain, isCancelled, locale }: DecideAllProps) {
  const t = texts('ledger', locale);
  const action = `/console/waves/${wave}/uncertain`;
  const n = count(uncertain, locale);
  return (
    <div class="actions">
      <Action
        action={action}
        hidden={{ as: 'accepted' }}
        look="secondary"
        confirm={t.allAcceptedConfirm({ n })}
      >
        {t.allAccepted}
      </Action>
      {!isCancelled && (
        <Action action={action} hidden={{ as: 'resend' }} look="danger" confirm={t.allResendConfirm({ n })}>
          {t.allResend}
        </Action>
      )}
    </div>
  );
}

function Decision({
  row,
  isCancelled,
  locale,
}: {
  row: LedgerRow;
  isCancelled: boolean;
  locale: ConsoleLocale;
}) {
  const t = texts('ledger', locale);
  const action = `/console/messages/${row.id}/resolve`;
  const isRefused = row.state === 'refused';
  return (
    <div class="actions">
      {!isRefused && (
        <Action action={action} hidden={{ as: 'accepted' }} look="secondary">
          {t.asAccepted}
        </Action>
      )}
      {!isCancelled && (
        <Action
          action={action}
          hidden={{ as: 'resend' }}
          look={isRefused ? 'secondary' : 'danger'}
          confirm={isRefused ? t.resendRefusedConfirm : t.resendConfirm}
        >
          {t.resend}
        </Action>
      )}
    </div>
  );
}

function ledgerPath(wave: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return `/console/waves/${wave}${search ? `?${search}` : ''}#mails`;
}
