import type { ConsoleLocale } from '../../common/locale.js';
import { Hidden, LinkButton, Submit } from '../../console/actions.js';
import { Choices, SelectField } from '../../console/fields.js';
import { count } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Empty } from '../../console/notices.js';
import { Facts } from '../../console/tables.js';
import type { EnrolForm } from './enrol-form.js';
import type { EnrolmentCounts } from '../enrolment/enrolments.queries.js';
import { texts } from '../../common/texts.js';

/** What can be chosen: every list, each followed by its segments. */
export interface Sources {
  lists: readonly { id: string; name: string; subscribers: number }[];
  segments: readonly { id: string; listId: string; name: string }[];
}

interface Props {
  survey: string;
  sources: Sources;
  form: EnrolForm | null;
  /** The preview of an enrolment; null before anything was chosen. */
  preview: EnrolmentCounts | null;
  locale: ConsoleLocale;
}

/** The way to more participants: choose, see what would happen, take them in. */
export function EnrolCard({ survey, sources, form, preview, locale }: Props) {
  const t = texts('participants', locale);
  if (sources.lists.length === 0) {
    return (
      <Empty title={t.noLists.title} text={t.noLists.text}>
        <LinkButton href="/console/lists">{t.noLists.action}</LinkButton>
      </Empty>
    );
  }
  const options = optionsOf(sources, locale);
  return (
    <Card title={t.enrol}>
      <form method="get" action={`/console/surveys/${survey}/participants`} class="form">
        <SelectField
          name="source"
          label={t.source}
          hint={t.enrolHint}
          options={options}
          value={form?.source ?? options[0]?.value ?? ''}
        />
        <Choices
          name="follow"
          label={t.later}
          type="checkbox"
          options={[{ value: 'yes', label: t.follow, hint: t.followHint }]}
          chosen={form?.follow ? ['yes'] : []}
        />
        <Submit look={preview ? 'secondary' : 'primary'}>{preview ? t.checkAgain : t.check}</Submit>
      </form>
      {form && preview && (
        <Preview survey={survey} form={form} preview={preview} options={options} locale={locale} />
      )}
    </Card>
  );
}

function optionsOf({ lists, segments }: Sources, locale: ConsoleLocale) {
  return lists.flatMap((list) => [
    { value: list.id, label: `${list.name} (${count(list.subscribers, locale)})` },
    ...segments
      .filter(({ listId }) => listId === list.id)
      .map(({ id, name }) => ({ value: `${list.id}:${id}`, label: `${list.name} › ${name}` })),
  ]);
}

function Preview({
  survey,
  form,
  preview,
  options,
  locale,
}: Omit<Props, 'sources'> & {
  form: EnrolForm;
  preview: EnrolmentCounts;
  options: readonly { value: string; label: string }[];
}) {
  const t = texts('participants', locale);
  const isSegment = form.source.includes(':');
  return (
    <section class="form-section" id="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">
        {t.preview.title({ source: options.find(({ value }) => value === form.source)?.label ?? '' })}
      </h3>
      <Facts
        facts={(['enrolled', 'already', 'outside', 'suppressed', 'unsubscribed'] as const)
          .filter((what) => what !== 'outside' || isSegment)
          .map((what) => [t.preview[what], <span class="number">{count(preview[what], locale)}</span>])}
      />
      {preview.enrolled === 0 && !form.follow ? (
        <p class="hint">{t.preview.nobody}</p>
      ) : (
        <form method="post" action={`/console/surveys/${survey}/participants`}>
          <Hidden values={{ source: form.source, ...(form.follow && { follow: 'yes' }) }} />
          <Submit>
            {preview.enrolled === 0
              ? t.justFollow
              : t.submit({ n: count(preview.enrolled, locale), number: preview.enrolled })}
          </Submit>
        </form>
      )}
    </section>
  );
}
