import type { ConsoleLocale } from '../../common/locale.js';
import { Action, LinkButton } from '../../console/actions.js';
import { texts } from '../../common/texts.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import { allowsStep } from '../planning/wave.rules.js';

/** What may be done with a wave now; what would be refused is not offered. */
export function WaveActions({ wave, locale }: { wave: Wave; locale: ConsoleLocale }) {
  const t = texts('waves', locale);
  const base = `/console/waves/${wave.id}`;
  const planning = `/console/surveys/${wave.surveyId}/waves/${wave.id}`;
  return (
    <>
      {allowsStep(wave.state, 'resume') && (
        <Action action={`${base}/resume`} icon="play">
          {t.resume}
        </Action>
      )}
      {allowsStep(wave.state, 'change') && wave.startedAt === null && (
        <LinkButton href={`${planning}/change`} look="secondary">
          {texts('plan', locale).edit}
        </LinkButton>
      )}
      {wave.onRequestOf === null && (
        <LinkButton href={`${planning}/again`} look="secondary">
          {texts('plan', locale).duplicate}
        </LinkButton>
      )}
      {allowsStep(wave.state, 'write') && (
        <LinkButton href={`${base}/letter`} look="secondary" icon="pencil">
          {texts('letter-editor', locale).rewrite.open}
        </LinkButton>
      )}
      {allowsStep(wave.state, 'pause') && (
        <Action action={`${base}/pause`} look="secondary" icon="pause">
          {t.pause}
        </Action>
      )}
      {allowsStep(wave.state, 'cancel') && (
        <Action action={`${base}/cancel`} look="danger" confirm={t.cancelConfirm}>
          {t.cancel}
        </Action>
      )}
    </>
  );
}
