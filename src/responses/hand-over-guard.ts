import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { isHandOverInProgress } from '../ledger/undo-opt-out.queries.js';

/** How long a person waits for a hand-over: ten seconds, then the mail has long been on its way. */
const WAIT_MS = 50;
const MAX_ATTEMPTS = 200;

/**
 * Changes something about a participant in one transaction, so that no mail is handed over once that is
 * acknowledged (P3). The change locks the participant's row, which keeps further claims away; while a mail
 * to this person is just being handed over, it is rolled back and tried again, a moment later as a rule.
 *
 * @param change gives a value that is false or null where it changed nothing; there is nothing to wait for then
 */
export async function changeAfterHandOver<Result>(
  dataSource: DataSource,
  participant: string,
  change: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  return afterHandOver((mayBeMailed) =>
    dataSource.transaction(async (tx) => {
      const changed = await change(tx);
      if (changed && !mayBeMailed && (await isHandOverInProgress(tx, { participant })))
        throw new HandOverInProgress();
      return changed;
    }),
  );
}

/**
 * Tries something again and again that throws `HandOverInProgress`.
 *
 * @param attempt is told at the last try not to mind any more
 */
export async function afterHandOver<Result>(
  attempt: (mayBeMailed: boolean) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(tries === MAX_ATTEMPTS);
    } catch (error) {
      if (!(error instanceof HandOverInProgress)) throw error;
      await sleep(WAIT_MS);
    }
  }
}

/** Does something again and again until nothing is being handed over to a subscriber. */
export async function repeatUntilHandedOver(
  dataSource: DataSource,
  subscriber: string,
  step: () => Promise<void>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await step();
    if (tries === MAX_ATTEMPTS || !(await isHandOverInProgress(dataSource, { subscriber }))) return;
    await sleep(WAIT_MS);
  }
}

/** Rolls the change back, so that the hand-over can be settled before it is tried again. */
export class HandOverInProgress extends Error {}
