import { textOfPacked } from '../../common/coded-text.js';
import { BYTE_ORDER_MARK, csvRow } from '../../common/csv.js';
import type { ConsoleLocale } from '../../common/locale.js';
import type { Reject } from './import-rows.rules.js';

/** Rejected rows as a CSV file; staff read the reasons in their language, scripts in English. */
export function* rejectsCsv(rejects: readonly Reject[], locale: ConsoleLocale = 'en'): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(['row', 'column', 'value', 'reason']);
  for (const { row, column, value, reason } of rejects) {
    yield csvRow([row, column, value, textOfPacked(reason, locale)]);
  }
}
