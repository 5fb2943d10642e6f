import { BYTE_ORDER_MARK, csvRow } from '../common/csv.js';
import type { Reject } from './import-rows.rules.js';

/** Rejected rows as a CSV file. */
export function* rejectsCsv(rejects: readonly Reject[]): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(['row', 'column', 'value', 'reason']);
  for (const { row, column, value, reason } of rejects) yield csvRow([row, column, value, reason]);
}
