import { calendarDaysUntil } from '../common/local-time.js';
import type { LetterKind } from '../composer/letter-text.js';
import type { WaveKind } from './wave-words.js';

/** From here on a reminder is a last call. */
const LAST_CALL_DAYS = 4;

/** Which letter a wave sends: a reminder that is due shortly before closing is a last call, with a text of its own. */
export function letterKindOf(
  { kind, dueAt }: { kind: WaveKind; dueAt: Date },
  { closesAt, timeZone }: { closesAt: Date; timeZone: string },
): LetterKind {
  if (kind !== 'reminder') return kind;
  return calendarDaysUntil(closesAt, dueAt, timeZone) <= LAST_CALL_DAYS ? 'last_call' : 'reminder';
}

/** As what the ledger sends a letter: to it a last call is a reminder like any other. */
export function sentAs(letter: LetterKind): Exclude<LetterKind, 'last_call'> {
  return letter === 'last_call' ? 'reminder' : letter;
}
