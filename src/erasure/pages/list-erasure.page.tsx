import type { ConsoleLocale } from '../../common/locale.js';
import { LinkButton, Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { TextField } from '../../console/fields.js';
import { count } from '../../console/formats.js';
import { Breadcrumbs, Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Empty, ErrorSummary, Notice } from '../../console/notices.js';
import { texts } from '../../common/texts.js';
import { AffectedSurveys } from './affected-surveys.js';
import type { SurveyOfList } from '../list-erasure-preview.queries.js';
import { ErasureScope } from './erasure-scope.js';

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string; subscribers: number };
  surveys: readonly SurveyOfList[];
  /** What was typed as the list's name, where that was something else. */
  typed?: string;
}

/** Asked before a list is emptied: how many go, what goes with them, and the list's name as a confirmation. */
export function ListErasurePage({ context, list, surveys, typed }: Props) {
  const { locale } = context;
  const t = texts('emptying', locale);
  const back = `/console/lists/${list.id}`;
  const crumbs = [
    { label: texts('lists', locale).title, href: '/console/lists' },
    { label: list.name, href: back },
  ];
  return (
    <ConsolePage context={context} title={`${t.title}: ${list.name}`} section="lists">
      <Breadcrumbs crumbs={crumbs} locale={locale} />
      <PageHead
        eyebrow={t.title}
        title={list.name}
        lead={texts('lists', locale).subscribersCount({ n: list.subscribers })}
      />
      {list.subscribers === 0 ? (
        <Empty {...t.nobody}>
          <LinkButton href={back}>{t.back}</LinkButton>
        </Empty>
      ) : (
        <div class="stack">
          <Notice tone="warning">
            {t.noWayBack({ n: list.subscribers, people: count(list.subscribers, locale) })}
          </Notice>
          <Card title={t.surveys.title}>
            {surveys.length === 0 ? <p>{t.surveys.none}</p> : <Surveys surveys={surveys} locale={locale} />}
          </Card>
          <ErasureScope goes={t.goes} stays={t.stays} />
          <Confirmation list={list} typed={typed} locale={locale} />
        </div>
      )}
    </ConsolePage>
  );
}

interface ConfirmationProps {
  list: Props['list'];
  typed: string | undefined;
  locale: ConsoleLocale;
}

function Confirmation({ list, typed, locale }: ConfirmationProps) {
  const t = texts('emptying', locale);
  const errors = typed === undefined ? {} : { name: t.nameWrong({ name: list.name }) };
  return (
    <form method="post" action={`/console/lists/${list.id}/emptying`} class="stack narrow" noValidate>
      <ErrorSummary errors={errors} labels={{ name: t.name }} locale={locale} />
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint({ name: list.name })}
        error={errors.name}
        value={typed ?? ''}
        autocomplete="off"
        required
      />
      <div class="actions">
        <Submit look="danger">{t.empty}</Submit>
        <LinkButton href={`/console/lists/${list.id}`} look="secondary">
          {t.back}
        </LinkButton>
      </div>
    </form>
  );
}

function Surveys({ surveys, locale }: { surveys: Props['surveys']; locale: ConsoleLocale }) {
  const t = texts('emptying', locale).surveys;
  return (
    <AffectedSurveys
      surveys={surveys}
      texts={t}
      locale={locale}
      more={[
        {
          label: t.columns.participants,
          numeric: true,
          cell: (survey) => count(survey.participants, locale),
        },
        { label: t.columns.answers, cell: (survey) => t.answers[survey.privacy] },
      ]}
    />
  );
}
