import type { ConsoleLocale } from '../../../common/locale.js';
import { inShort } from '../../../common/local-time.js';
import { LinkButton, Submit } from '../../../console/actions.js';
import { Card } from '../../../console/headings.js';
import { Notice } from '../../../console/notices.js';
import { texts } from '../../../common/texts.js';
import type { SendAt } from '../../../ledger/states/wave.entity.js';
import type { WaveKind } from '../../../letters/wave-words.js';
import type { NameOf } from '../../wave-names.js';
import { sendAtInWords } from '../wave-when.js';

/** One stage of the suggestion, with its date and whom it would reach. */
export interface SuggestedStage {
  id: string;
  kind: WaveKind;
  sendAt: SendAt;
  /** When it would go out; null: at once. */
  dueAt: Date | null;
  /** Null: may not be told. */
  recipients: number | null;
}

export interface Suggestion {
  stages: readonly SuggestedStage[];
  /** When the invitation could go out instead of at once. */
  tomorrow: Date;
  /** When mails go out again; null: now. */
  opensAt: Date | null;
}

interface Props {
  surveyId: string;
  suggestion: Suggestion;
  nameOf: NameOf;
  timeZone: string;
  locale: ConsoleLocale;
}

/** A whole campaign in one click, for anyone who has planned nothing yet. */
export function SuggestedPlan({ surveyId, suggestion, nameOf, timeZone, locale }: Props) {
  const t = texts('plan', locale).suggested;
  const base = `/console/surveys/${surveyId}`;
  const invited = suggestion.stages[0]?.recipients ?? 0;
  const time = (at: Date) => inShort(at, timeZone, locale);
  return (
    <Card title={t.title} tone="accent">
      <p>{t.lead}</p>
      <form method="post" action={`${base}/plan`} class="stack">
        <ol class="stages">
          {suggestion.stages.map(({ id, kind, sendAt, dueAt, recipients }) => (
            <li key={id}>
              <strong>{nameOf({ id })}</strong>
              <span>
                {sendAtInWords(sendAt, timeZone, locale)}
                {sendAt.at === 'before_closing' && dueAt && <span class="muted">{` (${time(dueAt)})`}</span>}
              </span>
              {recipients !== null && <span class="muted">{t.recipients({ n: recipients })}</span>}
              <a href={`${base}/waves/new?kind=${kind}`}>{t.letter}</a>
            </li>
          ))}
        </ol>
        {suggestion.opensAt && (
          <Notice tone="info">{t.waitsForWindow({ when: time(suggestion.opensAt) })}</Notice>
        )}
        <div class="actions">
          <Submit name="start" value="now" confirm={t.confirm({ n: invited })}>
            {t.startNow}
          </Submit>
          <Submit name="start" value="tomorrow" look="secondary">
            {t.startTomorrow({ when: time(suggestion.tomorrow) })}
          </Submit>
          <LinkButton href={`${base}/waves/new?kind=invitation`} look="quiet">
            {t.own}
          </LinkButton>
        </div>
        <p class="hint">{t.undo}</p>
      </form>
    </Card>
  );
}
