import { textIn } from '../../common/locale.js';
import { inShort } from '../../common/local-time.js';
import { LinkButton } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { languageNames } from '../../console/formats.js';
import { Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Empty } from '../../console/notices.js';
import { Table } from '../../console/tables.js';
import { phaseOf, SurveyBadge, type SurveyFacts } from './survey-frame.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  surveys: readonly SurveyFacts[];
  now: Date;
}

/** All surveys, the youngest first: where staff begin. */
export function SurveysPage({ context, surveys, now }: Props) {
  const { locale } = context;
  const t = texts('surveys', locale);
  const newSurvey = (
    <>
      <LinkButton href="/console/surveys-from-file" look="secondary">
        {t.newFromFile}
      </LinkButton>
      <LinkButton href="/console/surveys/new" icon="plus">
        {t.new}
      </LinkButton>
    </>
  );
  return (
    <ConsolePage context={context} title={t.title} section="surveys">
      <PageHead title={t.title} lead={t.lead} actions={surveys.length > 0 && newSurvey} />
      {surveys.length === 0 ? (
        <Empty title={t.emptyTitle} text={t.emptyText}>
          {newSurvey}
        </Empty>
      ) : (
        <Card>
          <Table
            caption={t.title}
            rows={surveys}
            keyOf={(survey) => survey.id}
            columns={[
              {
                label: t.columns.title,
                heading: true,
                cell: (survey) => (
                  <a href={`/console/surveys/${survey.id}`}>{textIn(survey.title, locale)}</a>
                ),
              },
              {
                label: t.columns.state,
                cell: (survey) => <SurveyBadge phase={phaseOf(survey, now)} locale={locale} />,
              },
              {
                label: t.columns.closes,
                cell: (survey) => inShort(survey.closesAt, survey.timeZone, locale),
              },
              { label: t.columns.languages, cell: (survey) => languageNames(survey.languages, locale) },
            ]}
          />
        </Card>
      )}
    </ConsolePage>
  );
}
