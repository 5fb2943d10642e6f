import type { ConsoleLocale } from '../common/locale.js';
import { Submit } from '../console/actions.js';
import type { Desk } from '../console/desk.js';
import { TextField } from '../console/fields.js';
import { Card } from '../console/headings.js';
import { Empty } from '../console/notices.js';
import { ListFrame } from './list-frame.js';
import { listsTexts } from './lists.texts.js';
import { SubscribersCard, type SubscribersView } from './subscribers-card.js';

interface Props {
  desk: Desk;
  list: { id: string; name: string; subscribers: number };
  view: SubscribersView;
  /** What is wrong with an upload. */
  error?: string;
}

/** One list: who is on it, and the way to bring it up to date. */
export function ListPage({ desk, list, view, error }: Props) {
  const { locale } = desk;
  const t = listsTexts(locale);
  return (
    <ListFrame desk={desk} list={list} tab="subscribers">
      <div class="main-and-side side-first">
        <div class="stack">
          {list.subscribers === 0 ? (
            <Empty title={t.noSubscribersTitle} text={t.noSubscribersText} />
          ) : (
            <SubscribersCard list={list.id} view={view} locale={locale} />
          )}
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
