import { Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { TextField } from '../../console/fields.js';
import { count, longDay } from '../../console/formats.js';
import { Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Empty } from '../../console/notices.js';
import { Table } from '../../console/tables.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  lists: readonly { id: string; name: string; subscribers: number; createdAt: Date }[];
  /** What was typed for a new list, and what is wrong with it. */
  name?: string;
  error?: string;
}

/** All lists, and the way to a new one. */
export function ListsPage({ context, lists, name = '', error }: Props) {
  const { locale } = context;
  const t = texts('lists', locale);
  return (
    <ConsolePage context={context} title={t.title} section="lists">
      <PageHead title={t.title} lead={t.lead} />
      <div class="main-and-side">
        {lists.length === 0 ? (
          <Empty title={t.emptyTitle} text={t.emptyText} />
        ) : (
          <Card>
            <Table
              caption={t.title}
              rows={lists}
              keyOf={(list) => list.id}
              columns={[
                {
                  label: t.columns.name,
                  heading: true,
                  cell: (list) => <a href={`/console/lists/${list.id}`}>{list.name}</a>,
                },
                {
                  label: t.columns.subscribers,
                  numeric: true,
                  cell: (list) => count(list.subscribers, locale),
                },
                { label: t.columns.created, cell: (list) => longDay(list.createdAt, locale) },
              ]}
            />
          </Card>
        )}
        <Card title={t.newTitle}>
          <form method="post" action="/console/lists" class="form" noValidate>
            <TextField name="name" label={t.name} value={name} error={error} required maxLength={100} />
            <Submit>{t.create}</Submit>
          </form>
        </Card>
      </div>
    </ConsolePage>
  );
}
