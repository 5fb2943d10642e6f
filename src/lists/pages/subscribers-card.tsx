import type { ConsoleLocale } from '../../common/locale.js';
import { LinkButton, Submit } from '../../console/actions.js';
import { Badge } from '../../console/badges.js';
import { TextField } from '../../console/fields.js';
import { languageNames } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { PersonName } from '../../console/person-name.js';
import { Empty } from '../../console/notices.js';
import { Pagination, Table } from '../../console/tables.js';
import { texts } from '../../common/texts.js';

export interface SubscriberRow {
  id: string;
  email: string;
  name: string | null;
  language: string | null;
  attributes: Readonly<Record<string, unknown>>;
  unsubscribedAt: Date | null;
}

/** A page of those on a list, and what it was asked for. */
export interface SubscribersView {
  rows: readonly SubscriberRow[];
  /** Part of an address or a name; empty for everybody. */
  search: string;
  /** Cursor of the next page. */
  next: string | null;
  isFirst: boolean;
}

interface Props {
  list: string;
  view: SubscribersView;
  locale: ConsoleLocale;
}

/** Who is on a list, all of them or those who are looked for. */
export function SubscribersCard({ list, view, locale }: Props) {
  const t = texts('lists', locale);
  const asked = view.search === '' ? {} : { search: view.search };
  return (
    <>
      <Card>
        <Search list={list} search={view.search} locale={locale} />
        {view.rows.length === 0 ? (
          <Empty title={t.search.noneTitle} text={t.search.noneText} />
        ) : (
          <Subscribers list={list} rows={view.rows} locale={locale} />
        )}
      </Card>
      <Pagination
        next={view.next === null ? null : listPath(list, { ...asked, cursor: view.next })}
        first={view.isFirst ? null : listPath(list, asked)}
        locale={locale}
      />
    </>
  );
}

function Search({ list, search, locale }: { list: string; search: string; locale: ConsoleLocale }) {
  const t = texts('lists', locale).search;
  return (
    <form method="get" action={listPath(list)} class="inline-form" role="search">
      <TextField name="search" label={t.label} type="search" value={search} maxLength={320} />
      <Submit look="secondary">{t.submit}</Submit>
      {search !== '' && (
        <LinkButton href={listPath(list)} look="quiet">
          {t.all}
        </LinkButton>
      )}
    </form>
  );
}

interface SubscribersProps {
  list: string;
  rows: readonly SubscriberRow[];
  locale: ConsoleLocale;
}

function Subscribers({ list, rows, locale }: SubscribersProps) {
  const t = texts('lists', locale);
  return (
    <Table
      caption={t.subscribers}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          label: t.subscriberColumns.person,
          heading: true,
          cell: PersonName,
        },
        {
          label: t.subscriberColumns.language,
          cell: (row) => (row.language ? languageNames([row.language], locale) : '–'),
        },
        { label: t.subscriberColumns.attributes, cell: (row) => <Attributes values={row.attributes} /> },
        {
          label: t.subscriberColumns.state,
          cell: (row) => (
            <div>
              {row.unsubscribedAt ? (
                <Badge tone="off" icon="cross" label={t.unsubscribed} />
              ) : (
                <Badge tone="good" icon="check" label={t.subscribed} />
              )}
              <span class="cell-sub">
                <a href={`${listPath(list)}/subscribers/${row.id}/erasure`}>
                  {t.erase}
                  <span class="visually-hidden">: {row.email}</span>
                </a>
              </span>
            </div>
          ),
        },
      ]}
    />
  );
}

function Attributes({ values }: { values: SubscriberRow['attributes'] }) {
  const entries = Object.entries(values).filter(([, value]) => value !== '' && value !== null);
  if (entries.length === 0) return <>–</>;
  return (
    <ul class="attributes">
      {entries.map(([name, value]) => (
        <li key={name}>
          <span class="muted">{name}</span> {String(value)}
        </li>
      ))}
    </ul>
  );
}

function listPath(list: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/console/lists/${list}${search ? `?${search}` : ''}`;
}
