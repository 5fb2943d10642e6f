import { once } from 'node:events';
import pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';

/** Fills tables from pieces, which may end within a row: all pieces of a table are one COPY. */
export class CopyIn {
  /** Rows by table, of those that are through. */
  readonly rows: Record<string, number> = {};
  private table: string | null = null;
  private stream: CopyStreamQuery | null = null;
  private outcome: Promise<unknown> = Promise.resolve();
  /** A COPY is under way: the connection takes nothing else, not even a ROLLBACK. */
  private isOpen = false;

  constructor(private readonly client: pg.ClientBase) {}

  /** @throws whatever Postgres says to the rows */
  async piece(table: string, columns: readonly string[], bytes: AsyncIterable<Buffer>): Promise<void> {
    if (table !== this.table) {
      await this.finish();
      this.begin(table, columns);
    }
    for await (const chunk of bytes) {
      // Postgres has rejected what came before; written to, the driver fails with an error of its own.
      if (!this.isOpen) await this.outcome;
      if (this.stream?.write(chunk) === false) await Promise.race([once(this.stream, 'drain'), this.outcome]);
    }
  }

  /** Ends the table that is being filled. */
  async finish(): Promise<void> {
    if (!this.stream || this.table === null) return;
    this.stream.end();
    await this.outcome;
    this.rows[this.table] = this.stream.rowCount;
    this.stream = null;
  }

  /** Gives up the table that is being filled, where the rest of it does not come. */
  abort(): void {
    if (this.isOpen) this.stream?.destroy();
  }

  private begin(table: string, columns: readonly string[]): void {
    const into = `COPY ${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')}) FROM STDIN`;
    this.table = table;
    this.stream = this.client.query(copyFrom(into));
    this.isOpen = true;
    this.outcome = once(this.stream, 'finish').finally(() => (this.isOpen = false));
    this.outcome.catch(() => undefined);
    // What comes after the outcome, as when it is given up, is nobody's to handle.
    this.stream.on('error', () => undefined);
  }
}
