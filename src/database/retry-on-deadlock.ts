import { isDeadlock } from './sql-state.js';

const MAX_RETRIES = 5;

/**
 * Does again what a deadlock has ended; the other side has gone on meanwhile.
 *
 * @param transaction everything it does must be undone where it throws
 */
export async function retryOnDeadlock<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!isDeadlock(error) || retries === MAX_RETRIES) throw error;
    }
  }
}
