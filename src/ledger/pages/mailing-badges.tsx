import type { ConsoleLocale } from '../../common/locale.js';
import { Badge, type BadgeTone } from '../../console/badges.js';
import { count } from '../../console/formats.js';
import type { IconName } from '../../console/icons.js';
import { texts } from '../../common/texts.js';
import type { Delivery } from '../states/message.entity.js';
import type { WaveState } from '../states/wave.entity.js';

interface Look {
  tone: BadgeTone;
  icon: IconName;
}

const waveLooks: Record<WaveState, Look> = {
  scheduled: { tone: 'calm', icon: 'clock' },
  planning: { tone: 'busy', icon: 'play' },
  sending: { tone: 'busy', icon: 'play' },
  paused: { tone: 'warn', icon: 'pause' },
  held: { tone: 'bad', icon: 'alert' },
  finished: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'off', icon: 'cross' },
};

const deliveryLooks: Record<Delivery, Look> = {
  planned: { tone: 'calm', icon: 'clock' },
  handing_over: { tone: 'busy', icon: 'play' },
  accepted: { tone: 'good', icon: 'check' },
  deferred: { tone: 'warn', icon: 'clock' },
  refused: { tone: 'bad', icon: 'cross' },
  uncertain: { tone: 'warn', icon: 'question' },
  skipped: { tone: 'off', icon: 'skip' },
};

interface WaveBadgeProps {
  state: WaveState;
  /** Mails of which nobody knows whether they went out. */
  uncertain: number;
  locale: ConsoleLocale;
}

export function WaveBadge({ state, uncertain, locale }: WaveBadgeProps) {
  const t = texts('mailing', locale);
  if (state === 'finished' && uncertain > 0)
    return <Badge tone="warn" icon="question" label={t.finishedUncertain({ n: count(uncertain, locale) })} />;
  return <Badge {...waveLooks[state]} label={t.states[state]} />;
}

export function DeliveryBadge({ delivery, locale }: { delivery: Delivery; locale: ConsoleLocale }) {
  return <Badge {...deliveryLooks[delivery]} label={texts('mailing', locale).deliveries[delivery]} />;
}
