import { LinkButton } from '../console/actions.js';
import type { Desk } from '../console/desk.js';
import { Card } from '../console/headings.js';
import { Empty, Notice } from '../console/notices.js';
import { phaseOf, type SurveyFacts, SurveyFrame } from '../surveys/survey-frame.js';
import { consoleTexts } from '../console/texts.js';
import { mailingTexts } from './mailing.texts.js';
import { WaveList } from './wave-list.js';
import type { ShownWave } from './wave-progress.js';

interface Props {
  desk: Desk;
  survey: SurveyFacts;
  now: Date;
  waves: readonly ShownWave[];
  participants: number;
}

/** The mailings of a survey: what is planned, under way and done. */
export function WavesPage({ desk, survey, now, waves, participants }: Props) {
  const { locale } = desk;
  const t = mailingTexts(locale).waves;
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
    <SurveyFrame desk={desk} survey={survey} now={now} tab="waves" actions={waves.length > 0 && plan}>
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
        {phase === 'open' && participants > 0 && waves.length === 0 && (
          <Empty title={t.emptyTitle} text={t.emptyText}>
            {plan}
          </Empty>
        )}
        {waves.length > 0 && (
          <section id="waves" data-live={`${base}/waves`} data-every="2000">
            <Card title={t.stages} aside={<span class="live-mark">{consoleTexts(locale).live}</span>}>
              <WaveList waves={waves} timeZone={survey.timeZone} locale={locale} />
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
