import { parse } from 'node:querystring';
import { PayloadTooLargeException } from '@nestjs/common';

/**
 * Reads `application/x-www-form-urlencoded`: texts by name, lists of them where a name comes several times.
 *
 * @throws PayloadTooLargeException for more fields than the limit, before any is read
 */
export function parseForm(text: string, fields: number): Record<string, string | string[] | undefined> {
  if (countFields(text, fields) > fields)
    throw new PayloadTooLargeException(`The form has more than the ${fields} fields taken here.`);
  return parse(text, '&', '=', { maxKeys: 0 });
}

/** Counts no further than one beyond the limit. */
function countFields(text: string, limit: number): number {
  let count = text === '' ? 0 : 1;
  for (let at = text.indexOf('&'); at !== -1 && count <= limit; at = text.indexOf('&', at + 1)) count += 1;
  return count;
}
