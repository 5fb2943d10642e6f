import type { ConsoleLocale } from '../common/locale.js';
import { inShort } from '../common/local-time.js';
import { count, percent, shortDay } from '../console/formats.js';
import { Table } from '../console/tables.js';
import { CurveDrawing } from './curve-drawing.js';
import type { CurveFacts } from './curve-facts.js';
import { roundTop, stretchOf } from './curve-scale.js';
import { texts } from '../common/texts.js';
import type { CurvePoint } from './statistics.queries.js';

/** How the number of complete responses has grown: drawn for wide and narrow screens, and as a table. */
export function ResponseCurve({ facts, locale }: { facts: CurveFacts; locale: ConsoleLocale }) {
  const t = texts('overview', locale).curve;
  const completed = facts.points.at(-1)?.completed ?? 0;
  const top = roundTop(completed);
  const stretch = stretchOf(facts.start, facts.closesAt, facts.now);
  const closing = inShort(facts.closesAt, facts.timeZone, locale);
  const description = t.description({
    completed,
    invited: facts.invited,
    closing,
  });
  const shared = { facts, top, stretch, locale, description };
  return (
    <figure class="stack">
      <CurveDrawing {...shared} id="curve-wide" width={880} height={330} maxTicks={8} />
      <CurveDrawing {...shared} id="curve-narrow" width={350} height={300} maxTicks={4} />
      <details id="curve-table">
        <summary>{t.asTable}</summary>
        <CurveTable facts={facts} locale={locale} />
      </details>
    </figure>
  );
}

function CurveTable({ facts, locale }: { facts: CurveFacts; locale: ConsoleLocale }) {
  const t = texts('overview', locale).curve;
  const rows = lastOfEachDay(facts.points, (at) => shortDay(at, facts.timeZone, locale));
  return (
    <Table
      caption={t.asTable}
      rows={rows}
      keyOf={(row) => row.day}
      columns={[
        { label: t.day, heading: true, cell: (row) => row.day },
        { label: t.completed, numeric: true, cell: (row) => count(row.completed, locale) },
        {
          label: t.share,
          numeric: true,
          cell: (row) => percent(facts.eligible > 0 ? row.completed / facts.eligible : null, locale),
        },
      ]}
    />
  );
}

function lastOfEachDay(points: readonly CurvePoint[], dayOf: (at: Date) => string) {
  return [...new Map(points.map((point) => [dayOf(point.at), point.completed]))].map(([day, completed]) => ({
    day,
    completed,
  }));
}
