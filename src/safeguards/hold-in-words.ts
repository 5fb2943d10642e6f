import type { Hold } from './sending-guard.queries.js';
import type { HoldReason } from './sending-guard.rules.js';

const reasons: Record<HoldReason, string> = {
  another_database: 'the database was restored from a dump, copied, or its server was upgraded',
  older_state: 'the database was set back to an earlier state',
  unknown_database: 'another database was used from here until now',
  backup_restored: 'a backup was restored',
  by_hand: 'somebody asked for it',
};

/** What is held, in the words of the command line. */
export function holdInWords(hold: Hold | null): string {
  if (!hold) return 'nothing is held';
  const { heldAt, because, lostFrom, lostUntil } = hold;
  const what = heldAt ? 'all sending is held' : 'reminders are held';
  const why = because ? `: ${reasons[because]}` : '';
  const from = lostFrom ? `; what came since ${lostFrom.toISOString()} is lost` : '';
  const until = lostFrom && lostUntil ? `, until ${lostUntil.toISOString()} at least` : '';
  const how = heldAt ? 'sending confirm' : 'sending confirm-reminders';
  return `${what}${why}${from}${until}. Confirm in the console or with: npm run cli -- ${how}`;
}
