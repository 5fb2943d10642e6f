import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { isHandOverInProgress } from '../ledger/planning/undo-opt-out.queries.js';

/** How long a request waits for a hand-over: 200 attempts of 50 ms, ten seconds; by then the mail has long left. */
const WAIT_MS = 50;
const MAX_ATTEMPTS = 200;

/**
 * Changes a participant in one transaction so that no mail is handed over once the change is acknowledged
 * (P3). The change locks the participant's row, which keeps further claims away. While a mail to this person
 * is being handed over, the change is rolled back and retried; one retry is usually enough.
 *
 * @param change returns false or null if it changed nothing; then there is nothing to wait for
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
 * Retries an operation while it throws `HandOverInProgress`.
 *
 * @param attempt is called with true on the last try: then it must not throw `HandOverInProgress`
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

/** Repeats a step until no mail is being handed over to a subscriber. */
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
