import type { PreparedStatements } from '../../database/prepared-statements.js';
import {
  type ClaimedRound,
  roundOf,
  seenValues,
  type TouchedRow,
  type Turn,
  turnValues,
} from './claimed-round.js';
import { claims } from './wave-claim.js';

/**
 * Claims a round of a wave: picks what is due, checks P3 once more, and marks the rest `handing_over`, all in
 * one statement, which also settles what has come back. The participants are read under lock, so a submit
 * that committed before this statement locked them is seen; one that commits later finds the message already
 * under way. SKIP LOCKED lets several workers share a wave without waiting or overlapping.
 *
 * Picked are, in this order: messages that wait for a provider whose turn it is; retries; messages never
 * claimed before, by participant from `after` on. Of the last two, those whose provider is throttled are put
 * into its queue instead.
 *
 * @param after participant id, `'0'` to look at everybody
 * @param paced whether any mail provider is or was throttled; if not, the statement leaves their queues out
 * @param canarySize how many messages may be anything but planned, over all workers; null: all of them
 */
export async function claimOfWave(
  statements: PreparedStatements,
  wave: string,
  after: string,
  turn: Turn,
  paced: boolean,
  canarySize: number | null = null,
): Promise<ClaimedRound> {
  const isCanary = canarySize !== null;
  const rows = await statements.rows<TouchedRow>(
    `claim-of-wave${paced ? '-paced' : ''}${isCanary ? '-canary' : ''}`,
    claims[paced ? 'paced' : 'unpaced'][isCanary ? 'canary' : 'all'],
    [...turnValues(turn), wave, after, ...seenValues(turn), ...(isCanary ? [canarySize] : [])],
  );
  return roundOf(rows, turn.limit, after);
}
