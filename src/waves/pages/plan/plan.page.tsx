import { LinkButton } from '../../../console/actions.js';
import type { ConsoleContext } from '../../../console/console-context.js';
import { Card } from '../../../console/headings.js';
import { Empty, Notice } from '../../../console/notices.js';
import type { Survey } from '../../../surveys/survey.entity.js';
import { phaseOf, type SurveyFacts, SurveyFrame } from '../../../surveys/pages/survey-frame.js';
import { texts } from '../../../common/texts.js';
import { WaveList } from '../wave-list.js';
import type { Timeline } from './plan-timeline.js';
import { type Suggestion, SuggestedPlan } from './suggested-plan-card.js';
import { TimelineCard } from './timeline-card.js';
import type { NameOf } from '../../wave-names.js';
import type { ShownWave } from '../wave-progress.js';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts & Pick<Survey, 'sendingWindow'>;
  now: Date;
  waves: readonly ShownWave[];
  nameOf: NameOf;
  participants: number;
  timeline: Timeline;
  /** What could be taken over, where nothing is planned yet. */
  suggestion: Suggestion | null;
}

/** The campaign of a survey: its time line, and each mailing that is planned, under way or done. */
export function PlanPage({ context, survey, now, waves, nameOf, participants, timeline, suggestion }: Props) {
  const { locale } = context;
  const t = texts('waves', locale);
  const base = `/console/surveys/${survey.id}`;
  const phase = phaseOf(survey, now);
  const isInvited = waves.some(({ wave }) => wave.kind === 'invitation' && wave.state !== 'cancelled');
  const plan = phase === 'open' && participants > 0 && (
    <>
      <LinkButton href={`${base}/waves/new?kind=invitation`} look={isInvited ? 'secondary' : 'primary'}>
        {t.invite}
      </LinkButton>
      {isInvited && <LinkButton href={`${base}/waves/new?kind=reminder`}>{t.remind}</LinkButton>}
    </>
  );
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="waves" actions={waves.length > 0 && plan}>
      <div class="stack">
        {phase === 'draft' && (
          <Empty title={t.emptyTitle} text={t.notPublished}>
            <LinkButton href={`${base}/questionnaire`}>{t.toQuestionnaire}</LinkButton>
          </Empty>
        )}
        {phase === 'open' && participants === 0 && (
          <Empty title={t.emptyTitle} text={t.nobody}>
            <LinkButton href={`${base}/participants`}>{t.toParticipants}</LinkButton>
          </Empty>
        )}
        {suggestion && (
          <SuggestedPlan
            surveyId={survey.id}
            suggestion={suggestion}
            nameOf={nameOf}
            timeZone={survey.timeZone}
            locale={locale}
          />
        )}
        {participants > 0 && (waves.length > 0 || suggestion) && (
          <TimelineCard survey={survey} timeline={timeline} nameOf={nameOf} locale={locale} />
        )}
        {waves.length > 0 && (
          <section id="waves" data-live={`${base}/waves`} data-every="2000">
            <Card title={t.stages} aside={<span class="live-mark">{texts('console', locale).live}</span>}>
              <WaveList waves={waves} nameOf={nameOf} timeZone={survey.timeZone} locale={locale} />
            </Card>
          </section>
        )}
        {(phase === 'ended' || phase === 'closed') && waves.length === 0 && (
          <Notice tone="info">{t.notPublished}</Notice>
        )}
      </div>
    </SurveyFrame>
  );
}
