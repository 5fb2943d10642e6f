import type { ConsoleLocale } from '../common/locale.js';
import { LinkButton } from '../console/actions.js';
import type { ConsoleContext } from '../console/console-context.js';
import { count, percent } from '../console/formats.js';
import { Card } from '../console/headings.js';
import { texts } from '../common/texts.js';
import { Tile, Tiles } from '../console/tiles.js';
import { WaveList } from '../waves/pages/wave-list.js';
import { type NameOf, waveNames } from '../waves/wave-names.js';
import { GroupsCard } from '../results/groups/groups-card.js';
import type { Groups } from '../results/groups/people-by-group.service.js';
import { SurveyFrame } from '../surveys/pages/survey-frame.js';
import { DeliveryBreakdown, ParticipationBreakdown } from './breakdown.js';
import { type NextStep, nextStep } from './next-step.rules.js';
import { ResponseCurve } from './response-curve.js';
import { ResponsesCard } from './responses-card.js';
import type { SurveyStatistics } from './statistics.service.js';

interface Props {
  context: ConsoleContext;
  statistics: SurveyStatistics;
  /** Of an anonymous survey by each of its columns. */
  groups: readonly { column: string; groups: Groups }[];
  now: Date;
}

/** The state of a survey at one glance; its numbers keep up by themselves. */
export function OverviewPage({ context, statistics, groups, now }: Props) {
  const { locale } = context;
  const { survey } = statistics;
  const nameOf = waveNames(
    statistics.waves.map(({ wave }) => wave),
    locale,
  );
  const t = texts('overview', locale);
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="overview">
      <section id="overview" class="stack" data-live={`/console/surveys/${survey.id}`} data-every="3000">
        <NextSteps statistics={statistics} now={now} locale={locale} />
        <Numbers statistics={statistics} locale={locale} />
        {statistics.invited > 0 && (
          <Card title={t.curve.title} aside={<span class="live-mark">{texts('console', locale).live}</span>}>
            <ResponseCurve facts={curveOf(statistics, nameOf, now)} locale={locale} />
          </Card>
        )}
        {statistics.participants > 0 && (
          <div class="two-columns">
            <Card title={t.participation}>
              <ParticipationBreakdown counts={statistics.participation} locale={locale} />
            </Card>
            <Card title={t.delivery}>
              <DeliveryBreakdown counts={statistics.delivery} locale={locale} />
            </Card>
          </div>
        )}
        {survey.state !== 'draft' &&
          groups.map((each) => <GroupsCard key={each.column} {...each} locale={locale} />)}
        {survey.state !== 'draft' && (
          <ResponsesCard survey={survey} counts={statistics.responses} now={now} locale={locale} />
        )}
        {statistics.waves.length > 0 && (
          <Card
            title={t.waves}
            aside={<a href={`/console/surveys/${survey.id}/waves`}>{texts('waves', locale).title}</a>}
          >
            <WaveList waves={statistics.waves} nameOf={nameOf} timeZone={survey.timeZone} locale={locale} />
          </Card>
        )}
      </section>
    </SurveyFrame>
  );
}

function Numbers({ statistics, locale }: { statistics: SurveyStatistics; locale: ConsoleLocale }) {
  const { participation, rr1, rr2 } = statistics;
  const t = texts('overview', locale).tiles;
  const excluded = participation.screened_out > 0 ? ` ${t.screenedOut}` : '';
  return (
    <Tiles>
      <Tile
        label={t.invited}
        value={count(statistics.invited, locale)}
        meaning={t.invitedMeaning({ participants: count(statistics.participants, locale) })}
      />
      <Tile
        label={t.completed}
        value={count(participation.completed, locale)}
        meaning={t.completedMeaning({ partial: count(participation.partial, locale) })}
      />
      <Tile label={t.rr1} value={percent(rr1.value, locale)} meaning={t.rr1Meaning + excluded} strong />
      <Tile label={t.rr2} value={percent(rr2.value, locale)} meaning={t.rr2Meaning + excluded} />
    </Tiles>
  );
}

function NextSteps({
  statistics,
  now,
  locale,
}: {
  statistics: SurveyStatistics;
  now: Date;
  locale: ConsoleLocale;
}) {
  const t = texts('overview', locale).next;
  const base = `/console/surveys/${statistics.survey.id}`;
  const steps: Record<NextStep, { text: string; action: string; href: string }> = {
    publish: { text: t.publish, action: t.publishAction, href: `${base}/questionnaire` },
    enrol: { text: t.enrol, action: t.enrolAction, href: `${base}/participants` },
    invite: {
      text: t.invite({ n: statistics.participants }),
      action: t.inviteAction,
      href: `${base}/waves/new?kind=invitation`,
    },
    remind: { text: t.remind, action: t.remindAction, href: `${base}/waves/new?kind=reminder` },
  };
  const next = nextStep({ ...statistics, waves: statistics.waves.map(({ wave }) => wave) }, now);
  const uncertain = statistics.waves.filter(({ status }) => (status.counts.uncertain ?? 0) > 0);
  if (!next && uncertain.length === 0) return null;
  return (
    <Card title={t.title} tone="accent">
      <ul class="step-list">
        {uncertain.map(({ wave, status }) => (
          <li key={wave.id}>
            <p>{t.uncertain({ n: status.counts.uncertain ?? 0 })}</p>
            <LinkButton href={`/console/waves/${wave.id}?state=uncertain#mails`}>
              {t.uncertainAction}
            </LinkButton>
          </li>
        ))}
        {next && (
          <li>
            <p>{steps[next].text}</p>
            <LinkButton href={steps[next].href}>{steps[next].action}</LinkButton>
          </li>
        )}
      </ul>
    </Card>
  );
}

function curveOf({ survey, curve, invited, rr1, waves }: SurveyStatistics, nameOf: NameOf, now: Date) {
  const sent = waves.flatMap(({ wave }) =>
    wave.startedAt ? [{ label: nameOf(wave), at: wave.startedAt }] : [],
  );
  const first = sent[0]?.at ?? survey.publishedAt ?? survey.createdAt;
  return {
    points: curve,
    waves: sent,
    start: sent.reduce((earliest, { at }) => (at < earliest ? at : earliest), first),
    closesAt: survey.closesAt,
    timeZone: survey.timeZone,
    invited,
    eligible: rr1.denominator,
    now: now < survey.closesAt ? now : survey.closesAt,
  };
}
