import type { ConsoleLocale } from '../../common/locale.js';
import { Action, LinkButton } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { count } from '../../console/formats.js';
import { Breadcrumbs, Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Notice } from '../../console/notices.js';
import { texts } from '../../common/texts.js';
import { AffectedSurveys } from './affected-surveys.js';
import type { ErasurePreview } from '../erasure-preview.service.js';
import { ErasureScope } from './erasure-scope.js';

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string };
  preview: ErasurePreview;
}

/** Asked before a person is erased: what goes with them, what stays, and that there is no way back. */
export function ErasurePage({ context, list, preview }: Props) {
  const { locale } = context;
  const t = texts('erasure', locale);
  const { person } = preview;
  const back = `/console/lists/${list.id}`;
  const crumbs = [
    { label: texts('lists', locale).title, href: '/console/lists' },
    { label: list.name, href: back },
  ];
  return (
    <ConsolePage context={context} title={t.title} section="lists">
      <Breadcrumbs crumbs={crumbs} locale={locale} />
      <PageHead
        eyebrow={t.title}
        title={person.name ?? person.email}
        lead={person.name === null ? undefined : person.email}
      />
      <div class="stack">
        <Notice tone="warning">{t.noWayBack}</Notice>
        {preview.elsewhere.length > 0 && <Elsewhere entries={preview.elsewhere} locale={locale} />}
        <Card title={t.surveys.title}>
          {preview.surveys.length === 0 ? (
            <p>{t.surveys.none}</p>
          ) : (
            <Surveys surveys={preview.surveys} locale={locale} />
          )}
        </Card>
        <ErasureScope
          goes={t.goes}
          stays={
            person.isSuppressed ? { ...t.stays, items: [t.stays.suppressed, ...t.stays.items] } : t.stays
          }
        >
          {!person.isSuppressed && <p class="hint">{t.stays.notSuppressed}</p>}
        </ErasureScope>
        <div class="actions">
          <Action action={`${back}/subscribers/${person.id}/erasure`} look="danger">
            {t.erase}
          </Action>
          <LinkButton href={back} look="secondary">
            {t.back}
          </LinkButton>
        </div>
        <p class="hint">{t.wait}</p>
      </div>
    </ConsolePage>
  );
}

function Surveys({ surveys, locale }: { surveys: ErasurePreview['surveys']; locale: ConsoleLocale }) {
  const t = texts('erasure', locale).surveys;
  return (
    <AffectedSurveys
      surveys={surveys}
      texts={t}
      locale={locale}
      more={[
        {
          label: t.columns.mails,
          numeric: true,
          cell: (survey) => (survey.mails === null ? t.allMails : count(survey.mails, locale)),
        },
        { label: t.columns.answers, cell: (survey) => t.answers[survey.answers] },
      ]}
    />
  );
}

function Elsewhere({ entries, locale }: { entries: ErasurePreview['elsewhere']; locale: ConsoleLocale }) {
  return (
    <Notice tone="info">
      <p>{texts('erasure', locale).elsewhere}</p>
      <ul>
        {entries.map(({ id, listId, listName }) => (
          <li key={id}>
            <a href={`/console/lists/${listId}/subscribers/${id}/erasure`}>{listName}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
