import type { ConsoleLocale } from '../../common/locale.js';
import { Badge, type BadgeTone } from '../../console/badges.js';
import type { IconName } from '../../console/icons.js';
import type { Participation } from '../participant.entity.js';
import { texts } from '../../common/texts.js';

const looks: Record<Participation, { tone: BadgeTone; icon: IconName }> = {
  not_started: { tone: 'off', icon: 'dot' },
  opened: { tone: 'busy', icon: 'mail' },
  partial: { tone: 'busy', icon: 'pencil' },
  completed: { tone: 'good', icon: 'check' },
  screened_out: { tone: 'off', icon: 'skip' },
  declined: { tone: 'warn', icon: 'cross' },
};

/** How far somebody has come. */
export function ParticipationBadge({
  participation,
  locale,
}: {
  participation: Participation;
  locale: ConsoleLocale;
}) {
  return (
    <Badge {...looks[participation]} label={texts('participants', locale).participation[participation]} />
  );
}
