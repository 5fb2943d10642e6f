import { LinkButton } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { count } from '../../console/formats.js';
import { Breadcrumbs, Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Notice } from '../../console/notices.js';
import { Bar } from '../../console/tiles.js';
import type { ListErasure } from '../../lists/list-erasure.entity.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string };
  erasure: ListErasure;
}

/** The progress of a list erasure; it goes on when the page is closed. */
export function ListErasureProgressPage({ context, list, erasure }: Props) {
  const { locale } = context;
  const t = texts('emptying', locale);
  const crumbs = [
    { label: texts('lists', locale).title, href: '/console/lists' },
    { label: list.name, href: `/console/lists/${list.id}` },
  ];
  const live =
    erasure.finishedAt === null
      ? { 'data-live': `/console/lists/${list.id}/emptying/progress`, 'data-every': '2000' }
      : {};
  return (
    <ConsolePage context={context} title={`${t.title}: ${list.name}`} section="lists">
      <Breadcrumbs crumbs={crumbs} locale={locale} />
      <PageHead eyebrow={t.title} title={list.name} />
      <section id="emptying" class="stack" {...live}>
        {erasure.finishedAt === null ? (
          <UnderWay erasure={erasure} locale={locale} />
        ) : (
          <Notice tone="success">
            {t.progress.done({ n: erasure.erased, people: count(erasure.erased, locale) })}
          </Notice>
        )}
      </section>
      <div class="actions">
        <LinkButton href={`/console/lists/${list.id}`} look="secondary">
          {t.progress.toList}
        </LinkButton>
      </div>
    </ConsolePage>
  );
}

function UnderWay({ erasure, locale }: { erasure: ListErasure; locale: ConsoleContext['locale'] }) {
  const { erased, people } = erasure;
  const t = texts('emptying', locale).progress;
  const said = t.bar({ erased: count(erased, locale), people: count(people, locale) });
  return (
    <>
      <Notice tone="info">
        {t.goesOn} {t.working} <noscript>{t.workingHint}</noscript>
      </Notice>
      <Card title={t.title}>
        <div class="progress">
          <Bar label={said} parts={[{ label: said, count: erased, tone: 'busy' }]} total={people} />
          <p>
            <span class="strong number">{said}</span>
            <span class="muted">, {t.left({ left: count(Math.max(0, people - erased), locale) })}</span>
          </p>
        </div>
        <p class="hint">{t.standsStill}</p>
      </Card>
    </>
  );
}
