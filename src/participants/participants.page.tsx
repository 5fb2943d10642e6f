import type { Locale } from '../common/locale.js';
import { LinkButton, Submit } from '../console/actions.js';
import type { Desk } from '../console/desk.js';
import { SelectField } from '../console/fields.js';
import { count, shortTime } from '../console/formats.js';
import { Card } from '../console/headings.js';
import { Empty, Notice } from '../console/notices.js';
import { Pagination, Table } from '../console/tables.js';
import { type SurveyFacts, SurveyFrame } from '../surveys/survey-frame.js';
import { ParticipationBadge } from './participation-badge.js';
import type { ParticipantRow } from './participants.queries.js';
import { participantsTexts } from './participants.texts.js';

interface Props {
  desk: Desk;
  survey: SurveyFacts;
  now: Date;
  total: number;
  rows: readonly ParticipantRow[];
  next: string | null;
  first: string | null;
  lists: readonly { id: string; name: string; subscribers: number }[];
}

/** Who is asked, and the way to ask more people. */
export function ParticipantsPage({ desk, survey, now, total, rows, next, first, lists }: Props) {
  const { locale } = desk;
  const t = participantsTexts(locale);
  return (
    <SurveyFrame desk={desk} survey={survey} now={now} tab="participants">
      <div class="main-and-side side-first">
        <div class="stack">
          {survey.state === 'draft' && <Notice tone="info">{t.draft}</Notice>}
          {total === 0 ? (
            <Empty {...t.empty} />
          ) : (
            <Card title={t.count(count(total, locale))}>
              <Rows survey={survey} rows={rows} locale={locale} />
            </Card>
          )}
          <Pagination next={next} first={first} locale={locale} />
        </div>
        {survey.state !== 'closed' && <Enrol survey={survey.id} lists={lists} locale={locale} />}
      </div>
    </SurveyFrame>
  );
}

function Enrol({ survey, lists, locale }: { survey: string; lists: Props['lists']; locale: Locale }) {
  const t = participantsTexts(locale);
  if (lists.length === 0) {
    return (
      <Empty title={t.noLists.title} text={t.noLists.text}>
        <LinkButton href="/console/lists">{t.noLists.action}</LinkButton>
      </Empty>
    );
  }
  const options = lists.map((list) => ({
    value: list.id,
    label: `${list.name} (${count(list.subscribers, locale)})`,
  }));
  return (
    <Card title={t.enrol}>
      <form method="post" action={`/console/surveys/${survey}/participants`} class="form">
        <SelectField
          name="list"
          label={t.list}
          hint={t.enrolHint}
          options={options}
          value={options[0]?.value ?? ''}
        />
        <Submit>{t.submit}</Submit>
      </form>
    </Card>
  );
}

function Rows({ survey, rows, locale }: { survey: SurveyFacts; rows: Props['rows']; locale: Locale }) {
  const t = participantsTexts(locale);
  const isAnonymous = survey.privacy === 'anonymous';
  return (
    <>
      {isAnonymous && <p class="hint">{t.hidden}</p>}
      <Table
        caption={t.title}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          {
            label: t.columns.person,
            heading: true,
            cell: (row) => (
              <>
                {row.name ?? row.email}
                {row.name && <span class="cell-sub">{row.email}</span>}
              </>
            ),
          },
          ...(isAnonymous
            ? []
            : [
                {
                  label: t.columns.participation,
                  cell: (row: ParticipantRow) => (
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
