import type { DataSource, EntityManager } from 'typeorm';

/** A reader that stands still for so long loses its snapshot: it holds a connection, and keeps vacuum from its work. */
const MAX_IDLE_SECONDS = 60;

/**
 * Rows that several statements read, all as they were at one moment, however long it takes to take them away.
 * The transaction begins with the first row that is asked for and ends with the last one, or when the caller
 * stops asking.
 */
export async function* inOneSnapshot<Row>(
  dataSource: DataSource,
  read: (tx: EntityManager) => AsyncGenerator<Row>,
): AsyncGenerator<Row> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query(`SET LOCAL idle_in_transaction_session_timeout = '${MAX_IDLE_SECONDS}s'`);
    yield* read(runner.manager);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}
