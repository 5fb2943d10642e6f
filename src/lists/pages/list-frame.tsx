import type { ComponentChildren } from 'preact';
import type { ConsoleContext } from '../../console/console-context.js';
import { Breadcrumbs, PageHead, Tabs } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string; subscribers: number };
  tab: 'subscribers' | 'segments';
  children: ComponentChildren;
}

/** The frame of every page of one list: its name and size, its parts side by side. */
export function ListFrame({ context, list, tab, children }: Props) {
  const { locale } = context;
  const t = texts('lists', locale);
  const { tabs } = texts('segments', locale);
  const base = `/console/lists/${list.id}`;
  return (
    <ConsolePage
      context={context}
      title={tab === 'segments' ? `${tabs.segments}: ${list.name}` : list.name}
      section="lists"
    >
      <Breadcrumbs crumbs={[{ label: t.title, href: '/console/lists' }]} locale={locale} />
      <PageHead title={list.name} lead={t.subscribersCount({ n: list.subscribers })} />
      <Tabs
        label={tabs.label}
        tabs={[
          { label: tabs.subscribers, href: base, current: tab === 'subscribers' },
          { label: tabs.segments, href: `${base}/segments`, current: tab === 'segments' },
        ]}
      />
      {children}
    </ConsolePage>
  );
}
