import type { ConsoleLocale } from '../../common/locale.js';
import { LinkButton, Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { TextField } from '../../console/fields.js';
import { count } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Empty, Notice } from '../../console/notices.js';
import { ListFrame } from './list-frame.js';
import { texts } from '../../common/texts.js';
import { SubscribersCard, type SubscribersView } from './subscribers-card.js';

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string; subscribers: number };
  view: SubscribersView;
  /** Its erasure, while one is under way. */
  erasure: { people: number; erased: number } | null;
  /** What is wrong with an upload. */
  error?: string;
}

/** One list: who is on it, the way to bring it up to date, and the way to empty it. */
export function ListPage({ context, list, view, erasure, error }: Props) {
  const { locale } = context;
  const t = texts('lists', locale);
  return (
    <ListFrame context={context} list={list} tab="subscribers">
      <div class={erasure ? undefined : 'main-and-side side-first'}>
        <div class="stack">
          {erasure && <ListErasureRunning list={list.id} erasure={erasure} locale={locale} />}
          {list.subscribers === 0 ? (
            <Empty title={t.noSubscribersTitle} text={t.noSubscribersText} />
          ) : (
            <SubscribersCard list={list.id} view={view} locale={locale} />
          )}
          {list.subscribers > 0 && !erasure && (
            <LinkButton href={`/console/lists/${list.id}/emptying`} look="quiet">
              {t.emptying.link}
            </LinkButton>
          )}
        </div>
        {!erasure && <Upload list={list.id} locale={locale} error={error} />}
      </div>
    </ListFrame>
  );
}

interface ListErasureRunningProps {
  list: string;
  erasure: NonNullable<Props['erasure']>;
  locale: ConsoleLocale;
}

function ListErasureRunning({ list, erasure, locale }: ListErasureRunningProps) {
  const { people, erased } = erasure;
  const t = texts('lists', locale).emptying;
  return (
    <Notice tone="warning">
      <p>
        {t.underWay({ left: count(Math.max(0, people - erased), locale), people: count(people, locale) })}
      </p>
      <div class="actions">
        <LinkButton href={`/console/lists/${list}/emptying/progress`} look="secondary">
          {t.progress}
        </LinkButton>
      </div>
    </Notice>
  );
}

function Upload({ list, locale, error }: { list: string; locale: ConsoleLocale; error: string | undefined }) {
  const t = texts('lists', locale).upload;
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
