import type { ConsoleLocale } from '../common/locale.js';
import { Submit } from '../console/actions.js';
import { Badge } from '../console/badges.js';
import type { Desk } from '../console/desk.js';
import { TextField } from '../console/fields.js';
import { languageNames } from '../console/formats.js';
import { Card } from '../console/headings.js';
import { Empty } from '../console/notices.js';
import { Pagination, Table } from '../console/tables.js';
import { ListFrame } from './list-frame.js';
import { listsTexts } from './lists.texts.js';

export interface SubscriberRow {
  id: string;
  email: string;
  name: string | null;
  language: string | null;
  attributes: Readonly<Record<string, unknown>>;
  unsubscribedAt: Date | null;
}

interface Props {
  desk: Desk;
  list: { id: string; name: string; subscribers: number };
  subscribers: readonly SubscriberRow[];
  /** Where the next subscribers are, and the first. */
  next: string | null;
  first: string | null;
  /** What is wrong with an upload. */
  error?: string;
}

/** One list: who is on it, and the way to bring it up to date. */
export function ListPage({ desk, list, subscribers, next, first, error }: Props) {
  const { locale } = desk;
  const t = listsTexts(locale);
  return (
    <ListFrame desk={desk} list={list} tab="subscribers">
      <div class="main-and-side side-first">
        <div class="stack">
          {subscribers.length === 0 ? (
            <Empty title={t.noSubscribersTitle} text={t.noSubscribersText} />
          ) : (
            <Card>
              <Subscribers rows={subscribers} locale={locale} />
            </Card>
          )}
          <Pagination next={next} first={first} locale={locale} />
        </div>
        <Upload list={list.id} locale={locale} error={error} />
      </div>
    </ListFrame>
  );
}

function Upload({ list, locale, error }: { list: string; locale: ConsoleLocale; error: string | undefined }) {
  const t = listsTexts(locale).upload;
  return (
    <Card title={t.title}>
      <form
        method="post"
        action={`/console/lists/${list}/imports`}
        encType="multipart/form-data"
        class="form"
      >
        <TextField
          name="file"
          label={t.file}
          hint={t.hint}
          type="file"
          accept=".csv,text/csv"
          error={error}
          required
        />
        <Submit>{t.submit}</Submit>
        <p class="hint">{t.note}</p>
      </form>
    </Card>
  );
}

function Subscribers({ rows, locale }: { rows: readonly SubscriberRow[]; locale: ConsoleLocale }) {
  const t = listsTexts(locale);
  return (
    <Table
      caption={t.subscribers}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          label: t.subscriberColumns.person,
          heading: true,
          cell: (row) => (
            <>
              {row.name ?? row.email}
              {row.name && <span class="cell-sub">{row.email}</span>}
            </>
          ),
        },
        {
          label: t.subscriberColumns.language,
          cell: (row) => (row.language ? languageNames([row.language], locale) : '–'),
        },
        { label: t.subscriberColumns.attributes, cell: (row) => <Attributes values={row.attributes} /> },
        {
          label: t.subscriberColumns.state,
          cell: (row) =>
            row.unsubscribedAt ? (
              <Badge tone="off" icon="cross" label={t.unsubscribed} />
            ) : (
              <Badge tone="good" icon="check" label={t.subscribed} />
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
