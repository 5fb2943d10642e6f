import type { ComponentChildren } from 'preact';
import type { ConsoleLocale } from '../../common/locale.js';
import { textIn } from '../../common/locale.js';
import { writtenOut } from '../../common/local-time.js';
import { Badge, type BadgeTone } from '../../console/badges.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Breadcrumbs, PageHead, Tabs } from '../../console/headings.js';
import type { IconName } from '../../console/icons.js';
import { ConsolePage } from '../../console/layout.page.js';
import type { Survey } from '../survey.entity.js';
import { texts } from '../../common/texts.js';

/** What the pages of a survey need to know of it. */
export type SurveyFacts = Pick<
  Survey,
  'id' | 'title' | 'languages' | 'state' | 'closesAt' | 'timeZone' | 'privacy'
>;

export type SurveyPhase = 'draft' | 'open' | 'ended' | 'closed';

/** Where a survey stands, by its state and the clock. */
export function phaseOf(survey: Pick<Survey, 'state' | 'closesAt'>, now: Date): SurveyPhase {
  if (survey.state === 'draft' || survey.state === 'closed') return survey.state;
  return now < survey.closesAt ? 'open' : 'ended';
}

const looks: Record<SurveyPhase, { tone: BadgeTone; icon: IconName }> = {
  draft: { tone: 'calm', icon: 'pencil' },
  open: { tone: 'good', icon: 'play' },
  ended: { tone: 'off', icon: 'flag' },
  closed: { tone: 'off', icon: 'lock' },
};

export function SurveyBadge({ phase, locale }: { phase: SurveyPhase; locale: ConsoleLocale }) {
  return <Badge {...looks[phase]} label={texts('surveys', locale).phases[phase]} />;
}

export type SurveyTab = 'overview' | 'questionnaire' | 'participants' | 'waves' | 'openLink' | 'settings';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  tab: SurveyTab;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every page of one survey: its name and state, its closing date, its parts side by side. */
export function SurveyFrame({ context, survey, now, tab, actions, children }: Props) {
  const t = texts('surveys', context.locale);
  const title = textIn(survey.title, context.locale);
  const closing = writtenOut(survey.closesAt, survey.timeZone, context.locale);
  const base = `/console/surveys/${survey.id}`;
  const tabs: [SurveyTab, string][] = [
    ['overview', base],
    ['questionnaire', `${base}/questionnaire`],
    ['participants', `${base}/participants`],
    ['waves', `${base}/waves`],
    ['openLink', `${base}/open-link`],
    ['settings', `${base}/settings`],
  ];
  return (
    <ConsolePage context={context} title={`${t.tabs[tab]}: ${title}`} section="surveys">
      <Breadcrumbs crumbs={[{ label: t.title, href: '/console/surveys' }]} locale={context.locale} />
      <PageHead
        title={title}
        lead={
          <>
            <SurveyBadge phase={phaseOf(survey, now)} locale={context.locale} />
            {` ${now < survey.closesAt ? t.closesAt({ when: closing }) : t.closedAt({ when: closing })} · ${t.privacy[survey.privacy]}`}
          </>
        }
        actions={actions}
      />
      <Tabs
        label={t.tabs.label}
        tabs={tabs.map(([key, href]) => ({ label: t.tabs[key], href, current: key === tab }))}
      />
      {children}
    </ConsolePage>
  );
}
