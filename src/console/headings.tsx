import type { ComponentChildren } from 'preact';
import type { ConsoleLocale } from '../common/locale.js';
import { texts } from '../common/texts.js';

export interface Crumb {
  label: string;
  href: string;
}

/** The way back up: every page above this one. */
export function Breadcrumbs({ crumbs, locale }: { crumbs: readonly Crumb[]; locale: ConsoleLocale }) {
  return (
    <nav class="breadcrumbs" aria-label={texts('console', locale).breadcrumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageHeadProps {
  title: string;
  /** A word above the title: what kind of thing this is. */
  eyebrow?: string | undefined;
  /** Beside the title: its state. */
  badge?: ComponentChildren;
  /** One line below the title. */
  lead?: ComponentChildren;
  /** What can be done here. */
  actions?: ComponentChildren;
}

/** The head of a page: its one h1, its state, what can be done. */
export function PageHead({ title, eyebrow, badge, lead, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      <div class="page-head-text">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <div class="title-line">
          <h1>{title}</h1>
          {badge}
        </div>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

interface CardProps {
  title?: string | undefined;
  /** Beside the title. */
  aside?: ComponentChildren;
  id?: string | undefined;
  tone?: 'plain' | 'accent' | undefined;
  children: ComponentChildren;
}

/** One matter on a page, with a heading of its own. */
export function Card({ title, aside, id, tone = 'plain', children }: CardProps) {
  return (
    <section class={`card card-${tone}`} id={id}>
      {title && (
        <div class="card-head">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

export interface Tab {
  label: string;
  href: string;
  current: boolean;
  /** How much stands behind it. */
  count?: string | undefined;
}

/** The pages of one thing, side by side. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
