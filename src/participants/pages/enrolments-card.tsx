import type { ConsoleLocale } from '../../common/locale.js';
import { Action } from '../../console/actions.js';
import { Badge } from '../../console/badges.js';
import { shortDay } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Table } from '../../console/tables.js';
import type { EnrolmentRow } from '../enrolment/enrolments.queries.js';
import { texts } from '../../common/texts.js';

interface Props {
  survey: { id: string; timeZone: string };
  rows: readonly EnrolmentRow[];
  /** Whether anything can still be changed. */
  isOpen: boolean;
  now: Date;
  locale: ConsoleLocale;
}

/** Where the participants come from, and whether later subscribers are taken in too. */
export function EnrolmentsCard({ survey, rows, isOpen, now, locale }: Props) {
  const t = texts('participants', locale);
  const base = `/console/surveys/${survey.id}/enrolments`;
  return (
    <Card title={t.enrolments.title}>
      <Table
        caption={t.enrolments.title}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          {
            label: t.enrolments.source,
            heading: true,
            cell: (row) => (
              <>
                <a href={`/console/lists/${row.listId}`}>{row.listName}</a>
                {row.segmentId && (
                  <span class="cell-sub">
                    <a href={`/console/lists/${row.listId}/segments/${row.segmentId}`}>{row.segmentName}</a>
                  </span>
                )}
              </>
            ),
          },
          { label: t.enrolments.since, cell: (row) => shortDay(row.createdAt, survey.timeZone, locale, now) },
          {
            label: t.enrolments.later,
            cell: (row) =>
              row.follows ? (
                <Badge tone="good" icon="play" label={t.enrolments.follows} />
              ) : (
                <Badge tone="off" icon="pause" label={t.enrolments.still} />
              ),
          },
          ...(isOpen
            ? [
                {
                  label: t.enrolments.actions,
                  cell: (row: EnrolmentRow) => (
                    <>
                      <Action
                        action={`${base}/${row.id}`}
                        hidden={{ follows: row.follows ? 'no' : 'yes' }}
                        look="quiet"
                      >
                        {row.follows ? t.enrolments.stop : t.enrolments.resume}
                      </Action>
                      {!row.follows && row.segmentId && (
                        <Action
                          action={`${base}/${row.id}/delete`}
                          look="quiet"
                          confirm={t.enrolments.forgetConfirm}
                        >
                          {t.enrolments.forget}
                        </Action>
                      )}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
