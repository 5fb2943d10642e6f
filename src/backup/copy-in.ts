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

  constructor(private readonly client: pg.ClientBase) {}

  /** @throws whatever Postgres says to the rows */
  async piece(table: string, columns: readonly string[], bytes: AsyncIterable<Buffer>): Promise<void> {
    if (table !== this.table) {
      await this.finish();
      this.begin(table, columns);
    }
    for await (const chunk of bytes) {
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

  private begin(table: string, columns: readonly string[]): void {
    const into = `COPY ${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')}) FROM STDIN`;
    this.table = table;
    this.stream = this.client.query(copyFrom(into));
    this.outcome = once(this.stream, 'finish');
    this.outcome.catch(() => undefined);
  }
}
