import type { ConsoleLocale } from '../../common/locale.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { shortTime } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { PersonName } from '../../console/person-name.js';
import { Empty, Notice } from '../../console/notices.js';
import { Pagination, Table } from '../../console/tables.js';
import { type SurveyFacts, SurveyFrame } from '../../surveys/pages/survey-frame.js';
import { EnrolCard, type Sources } from './enrol-card.js';
import type { EnrolForm } from './enrol-form.js';
import { EnrolmentsCard } from './enrolments-card.js';
import type { EnrolmentCounts, EnrolmentRow } from '../enrolment/enrolments.queries.js';
import { ParticipationBadge } from './participation-badge.js';
import type { ShownParticipant } from '../participants.service.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  total: number;
  rows: readonly ShownParticipant[];
  next: string | null;
  first: string | null;
  sources: Sources;
  /** Where the participants come from. */
  enrolments: readonly EnrolmentRow[];
  /** What was chosen to be taken in, and what that would come to. */
  form: EnrolForm | null;
  preview: EnrolmentCounts | null;
}

/** Who is asked, and the way to ask more people. */
export function ParticipantsPage({ context, survey, now, total, rows, next, first, ...enrol }: Props) {
  const { locale } = context;
  const { sources, enrolments, form, preview } = enrol;
  const isClosed = survey.state === 'closed';
  const t = texts('participants', locale);
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="participants">
      <div class="main-and-side side-first">
        <div class="stack">
          {survey.state === 'draft' && <Notice tone="info">{t.draft}</Notice>}
          {enrolments.length > 0 && (
            <EnrolmentsCard survey={survey} rows={enrolments} isOpen={!isClosed} now={now} locale={locale} />
          )}
          {total === 0 ? (
            <Empty {...t.empty} />
          ) : (
            <Card title={t.count({ n: total })}>
              <Rows survey={survey} rows={rows} locale={locale} />
            </Card>
          )}
          <Pagination next={next} first={first} locale={locale} />
        </div>
        {!isClosed && (
          <EnrolCard survey={survey.id} sources={sources} form={form} preview={preview} locale={locale} />
        )}
      </div>
    </SurveyFrame>
  );
}

function Rows({ survey, rows, locale }: { survey: SurveyFacts; rows: Props['rows']; locale: ConsoleLocale }) {
  const t = texts('participants', locale);
  const isAnonymous = survey.privacy === 'anonymous';
  return (
    <>
      {isAnonymous && <p class="hint">{t.hidden}</p>}
      {survey.privacy === 'pseudonymous' && <p class="hint">{t.screenedOutNotShown}</p>}
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
          ...(isAnonymous
            ? []
            : [
                {
                  label: t.columns.participation,
                  cell: (row: ShownParticipant) =>
                    row.participation && (
                      <ParticipationBadge participation={row.participation} locale={locale} />
                    ),
                },
              ]),
          {
            label: t.columns.lastMailed,
            cell: (row) =>
              row.lastMailedAt ? shortTime(row.lastMailedAt, survey.timeZone, locale) : t.never,
          },
        ]}
      />
    </>
  );
}
