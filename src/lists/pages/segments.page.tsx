import type { ConsoleLocale } from '../../common/locale.js';
import { LinkButton } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { count } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Empty } from '../../console/notices.js';
import { Table } from '../../console/tables.js';
import { ListFrame } from './list-frame.js';
import type { Condition } from '../segments/segment.schema.js';
import type { SegmentSummary } from '../segments/segments.service.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string; subscribers: number };
  segments: readonly SegmentSummary[];
  /** Whether there is anything to choose by. */
  hasAttributes: boolean;
}

/** The stored conditions of one list, each with how many people it holds now. */
export function SegmentsPage({ context, list, segments, hasAttributes }: Props) {
  const { locale } = context;
  const t = texts('segments', locale);
  const base = `/console/lists/${list.id}/segments`;
  return (
    <ListFrame context={context} list={list} tab="segments">
      {segments.length === 0 ? (
        <Empty title={t.empty.title} text={hasAttributes ? t.empty.text : t.empty.noAttributes}>
          {hasAttributes ? (
            <LinkButton href={`${base}/new`} icon="plus">
              {t.new}
            </LinkButton>
          ) : (
            <LinkButton href={`/console/lists/${list.id}`}>{t.toUpload}</LinkButton>
          )}
        </Empty>
      ) : (
        <div class="stack">
          <p class="muted narrow">{t.lead}</p>
          <Card>
            <Segments base={base} segments={segments} locale={locale} />
          </Card>
          <LinkButton href={`${base}/new`} icon="plus">
            {t.new}
          </LinkButton>
        </div>
      )}
    </ListFrame>
  );
}

function Segments({
  base,
  segments,
  locale,
}: {
  base: string;
  segments: Props['segments'];
  locale: ConsoleLocale;
}) {
  const t = texts('segments', locale);
  return (
    <Table
      caption={t.title}
      rows={segments}
      keyOf={(segment) => segment.id}
      columns={[
        {
          label: t.columns.name,
          heading: true,
          cell: (segment) => <a href={`${base}/${segment.id}`}>{segment.name}</a>,
        },
        { label: t.columns.conditions, cell: (segment) => conditionsInWords(segment, locale) },
        {
          label: t.columns.matching,
          numeric: true,
          cell: (segment) => count(segment.matching, locale),
        },
      ]}
    />
  );
}

function conditionsInWords({ match, conditions }: SegmentSummary, locale: ConsoleLocale): string {
  const t = texts('segments', locale);
  return conditions.map((condition) => inWords(condition, locale)).join(match === 'all' ? t.and : t.or);
}

function inWords({ attribute, is, value }: Condition, locale: ConsoleLocale): string {
  const t = texts('segments', locale);
  const values = [value ?? []]
    .flat()
    .map((text) => t.quoted({ text }))
    .join(', ');
  return [attribute, t.comparisons[is], values].filter(Boolean).join(' ');
}
