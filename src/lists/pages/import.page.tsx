import type { ConsoleLocale } from '../../common/locale.js';
import { Action, LinkButton } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { count } from '../../console/formats.js';
import { Breadcrumbs, Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Notice } from '../../console/notices.js';
import { StoredText } from '../../console/stored-text.js';
import { Table } from '../../console/tables.js';
import { Stepper, Tile, Tiles } from '../../console/tiles.js';
import { texts } from '../../common/texts.js';

const rowKinds = ['new', 'changed', 'unchanged', 'duplicate', 'invalid', 'suppressed'] as const;

export interface ImportFacts {
  id: string;
  mode: 'dry-run' | 'apply';
  state: 'receiving' | 'queued' | 'running' | 'finished' | 'failed';
  rows: Readonly<Record<'total' | (typeof rowKinds)[number], number>>;
  webAddresses: number;
  error: string | null;
}

export interface Reject {
  row: number;
  column: string;
  value: string;
  reason: string;
}

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string };
  import: ImportFacts;
  rejects: readonly Reject[];
}

/** An uploaded file on its way into a list: first what would change, then what has changed. */
export function ImportPage({ context, list, import: run, rejects }: Props) {
  const { locale } = context;
  const t = texts('lists', locale);
  const crumbs = [
    { label: t.title, href: '/console/lists' },
    { label: list.name, href: `/console/lists/${list.id}` },
  ];
  const isDone = run.state === 'finished' && run.mode === 'apply';
  return (
    <ConsolePage context={context} title={`${t.import.title}: ${list.name}`} section="lists">
      <Breadcrumbs crumbs={crumbs} locale={locale} />
      <PageHead
        title={run.mode === 'dry-run' ? t.import.dryRun : t.import.applied}
        eyebrow={t.import.title}
      />
      <div class="stack">
        <Stepper steps={t.import.steps} current={isDone ? 3 : run.mode === 'apply' ? 2 : 1} />
        <section id="import" class="stack" {...liveWhile(run)}>
          <State run={run} list={list.id} locale={locale} />
          {run.state === 'finished' && (
            <Tiles dense>
              {rowKinds.map((kind) => (
                <Tile
                  key={kind}
                  label={t.import.rows[kind]}
                  value={count(run.rows[kind], locale)}
                  strong={kind === 'new' || kind === 'changed'}
                />
              ))}
            </Tiles>
          )}
          {run.webAddresses > 0 && (
            <Notice tone="warning">{t.import.webAddresses({ n: count(run.webAddresses, locale) })}</Notice>
          )}
          {rejects.length > 0 && <Rejects run={run} rejects={rejects} locale={locale} />}
        </section>
      </div>
    </ConsolePage>
  );
}

function liveWhile(run: ImportFacts) {
  const isWorking = run.state !== 'finished' && run.state !== 'failed';
  return isWorking ? { 'data-live': `/console/imports/${run.id}`, 'data-every': '1000' } : {};
}

function State({ run, list, locale }: { run: ImportFacts; list: string; locale: ConsoleLocale }) {
  const t = texts('lists', locale).import;
  const again = (
    <LinkButton href={`/console/lists/${list}`} look="secondary">
      {run.mode === 'apply' ? t.toList : t.again}
    </LinkButton>
  );
  if (run.state === 'failed') {
    return (
      <>
        <Notice tone="error">
          {t.failed} <StoredText text={run.error ?? '–'} locale={locale} /> {t.failedHint}
        </Notice>
        {again}
      </>
    );
  }
  if (run.state !== 'finished') {
    return (
      <Notice tone="info">
        {t.states[run.state]}: {t.working} <noscript>{t.workingHint}</noscript>
      </Notice>
    );
  }
  if (run.mode === 'apply') {
    return (
      <>
        <Notice tone="success">{t.done}</Notice>
        {again}
      </>
    );
  }
  const toApply = run.rows.new + run.rows.changed;
  return (
    <div class="actions">
      {toApply > 0 && <Action action={`/console/imports/${run.id}/apply`}>{t.apply}</Action>}
      {again}
      <p class="muted">{toApply > 0 ? t.applyHint({ n: toApply }) : t.nothing}</p>
    </div>
  );
}

function Rejects({
  run,
  rejects,
  locale,
}: {
  run: ImportFacts;
  rejects: readonly Reject[];
  locale: ConsoleLocale;
}) {
  const t = texts('lists', locale).import;
  return (
    <Card
      title={t.rejects}
      aside={<a href={`/console/imports/${run.id}/rejects.csv`}>{t.rejectsDownload}</a>}
    >
      <Table
        caption={t.rejects}
        rows={rejects}
        keyOf={(reject) => `${String(reject.row)} ${reject.column}`}
        columns={[
          { label: t.rejectColumns.row, numeric: true, cell: (reject) => count(reject.row, locale) },
          { label: t.rejectColumns.column, cell: (reject) => reject.column },
          { label: t.rejectColumns.value, cell: (reject) => <code>{reject.value}</code> },
          {
            label: t.rejectColumns.reason,
            cell: (reject) => <StoredText text={reject.reason} locale={locale} />,
          },
        ]}
      />
      <p class="hint">{t.rejectsHint}</p>
    </Card>
  );
}
