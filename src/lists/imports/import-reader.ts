import { coded } from '../../common/coded-text.js';
import { holdsWebAddress } from '../../common/shown-name.js';
import { type CsvRecord, recordsOf } from './csv-records.js';
import { type ImportHeader, readHeader } from './import-columns.rules.js';
import { ImportFailed } from './import-failed.js';
import { type ImportRow, isReject, readRow, type Reject } from './import-rows.rules.js';

/** Some rows of a file, checked: those to merge have distinct addresses. */
export interface Batch {
  rows: ImportRow[];
  /** Rows whose address stood further up in the same batch. */
  duplicates: number;
  rejects: Reject[];
  /** Rows to merge whose name or salutation holds a web address. */
  webAddresses: number;
}

const BATCH_ROWS = 4000;

/**
 * Reads the text of a file in batches of checked rows.
 *
 * @throws ImportFailed where the file as a whole cannot be read
 */
export async function* batchesOf(text: AsyncIterable<string>): AsyncGenerator<Batch> {
  let header: ImportHeader | null = null;
  let batch = new BatchInTheMaking();
  for await (const records of recordsOf(text)) {
    for (const record of records) {
      if (!header) {
        header = readHeader(record.cells);
        continue;
      }
      batch.add(header, record);
      if (batch.size === BATCH_ROWS) {
        yield batch;
        batch = new BatchInTheMaking();
      }
    }
  }
  if (!header) throw new ImportFailed(coded('import.empty'));
  yield batch;
}

class BatchInTheMaking implements Batch {
  readonly rows: ImportRow[] = [];
  readonly rejects: Reject[] = [];
  duplicates = 0;
  webAddresses = 0;
  private readonly addresses = new Set<string>();

  get size(): number {
    return this.rows.length + this.rejects.length + this.duplicates;
  }

  add(header: ImportHeader, record: CsvRecord): void {
    const row = readRow(header, record);
    if (isReject(row)) {
      this.rejects.push(row);
    } else if (this.addresses.has(row.email_key)) {
      this.duplicates++;
    } else {
      this.addresses.add(row.email_key);
      this.rows.push(row);
      if (holdsWebAddress(row.name ?? '') || holdsWebAddress(row.salutation ?? '')) this.webAddresses++;
    }
  }
}
