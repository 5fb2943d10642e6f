import { isDeadlock } from './sql-state.js';

const MAX_RETRIES = 5;

/**
 * Repeats a transaction that PostgreSQL ended because of a deadlock; the other one has finished by then.
 *
 * @param transaction everything it does must be rolled back if it throws
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
