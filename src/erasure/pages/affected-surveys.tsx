import { texts as textsIn } from '../../common/texts.js';
import { type LocalizedText, textIn, type ConsoleLocale } from '../../common/locale.js';
import { type Column, Table } from '../../console/tables.js';
import type { Privacy } from '../../surveys/survey.entity.js';

interface AffectedSurvey {
  id: string;
  title: LocalizedText;
  privacy: Privacy;
}

interface Props<Survey> {
  surveys: readonly Survey[];
  texts: { title: string; columns: { survey: string; privacy: string } };
  /** What becomes of each, beside its name and privacy. */
  more: readonly Column<Survey>[];
  locale: ConsoleLocale;
}

/** Surveys that something goes from when people are erased. */
export function AffectedSurveys<Survey extends AffectedSurvey>({
  surveys,
  texts,
  more,
  locale,
}: Props<Survey>) {
  return (
    <Table
      caption={texts.title}
      rows={surveys}
      keyOf={(survey) => survey.id}
      columns={[
        {
          label: texts.columns.survey,
          heading: true,
          cell: (survey) => <a href={`/console/surveys/${survey.id}`}>{textIn(survey.title, locale)}</a>,
        },
        {
          label: texts.columns.privacy,
          cell: (survey) => textsIn('surveys', locale).privacy[survey.privacy],
        },
        ...more,
      ]}
    />
  );
}
