import type { ConsoleLocale } from '../../common/locale.js';
import { LinkButton, Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Choices } from '../../console/fields.js';
import { count } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Table } from '../../console/tables.js';
import { type SurveyFacts, SurveyFrame } from '../../surveys/pages/survey-frame.js';
import { MAX_GROUP_COLUMNS } from '../../surveys/survey.rules.js';
import { OTHER_VALUE } from '../disclosure.rules.js';
import type { GroupPreview } from './people-by-group.service.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  /** Names of columns that can be chosen. */
  columns: readonly string[];
  chosen: readonly string[];
  error: string | null;
  /** Null where nothing is chosen. */
  preview: GroupPreview | null;
}

/** The choice of columns by which an anonymous survey counts its people, and what it comes to. */
export function GroupsPage({ context, survey, now, columns, chosen, error, preview }: Props) {
  const { locale } = context;
  const t = texts('results', locale);
  const base = `/console/surveys/${survey.id}`;
  const offered = [...new Set([...columns, ...chosen])];
  const isDraft = survey.state === 'draft';
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="questionnaire">
      <div class="stack">
        <Card title={t.title}>
          <p>{survey.privacy === 'anonymous' ? t.lead : t.notAnonymous}</p>
          {survey.privacy === 'anonymous' && !isDraft && <p>{t.fixed}</p>}
          {survey.privacy === 'anonymous' && offered.length === 0 && <p class="muted">{t.noColumns}</p>}
          {survey.privacy === 'anonymous' && offered.length > 0 && (
            <form method="post" action={`${base}/groups`} class="form">
              <Choices
                name="columns"
                label={t.columns}
                hint={t.columnsHint({ most: MAX_GROUP_COLUMNS })}
                type="checkbox"
                options={offered.map((column) => ({ value: column, label: column }))}
                chosen={chosen}
                fixed={isDraft ? [] : offered}
                {...(error !== null && { error })}
              />
              {isDraft && <Submit>{t.save}</Submit>}
            </form>
          )}
          <LinkButton href={`${base}/questionnaire`} look="quiet">
            {t.back}
          </LinkButton>
        </Card>
        {preview && survey.privacy === 'anonymous' && <Preview preview={preview} locale={locale} />}
      </div>
    </SurveyFrame>
  );
}

function Preview({ preview, locale }: { preview: GroupPreview; locale: ConsoleLocale }) {
  const t = texts('results', locale);
  const { people, cells, merged } = preview;
  const named = (value: string) => (value === '' ? t.none : value === OTHER_VALUE ? t.other : value);
  if (people === 0 || cells.length === 0) {
    return (
      <Card title={t.preview}>
        <p class="muted">{people === 0 ? t.nobody : t.tooFew}</p>
      </Card>
    );
  }
  return (
    <Card title={t.preview}>
      <p class="hint">{t.previewHint({ people: count(people, locale) })}</p>
      <ul>
        {merged
          .filter(({ values }) => values.length > 0)
          .map(({ column, values, isKept }) => (
            <li key={column}>
              {isKept
                ? t.mergedIn({ column, values: values.map((value) => value || t.none).join(', ') })
                : t.notKept({ column })}
            </li>
          ))}
      </ul>
      <Table
        caption={t.preview}
        rows={cells}
        keyOf={({ values }) => values.join(' · ')}
        columns={[
          { label: t.group, heading: true, cell: ({ values }) => values.map(named).join(' · ') },
          { label: t.invited, numeric: true, cell: (cell) => count(cell.count, locale) },
        ]}
      />
    </Card>
  );
}
