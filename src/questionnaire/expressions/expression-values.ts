/** How SurveyJS' expressions see values: what is empty, what is a number, what is equal. */

/** A parsed JSON object: no list, no date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Empty are undefined, null, '', NaN, [] and objects of nothing but empty values; not 0 and false. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.values(value).every(isEmpty);
  return !value && value !== 0 && value !== false;
}

/** A number out of a number or a text such as `3,5` or `0x1F`, also as the only item of a list; else NaN. */
export function toNumber(value: unknown): number {
  if (typeof value !== 'string') return isFinite(Number(value)) ? parseFloat(String(value)) : NaN;
  const text = value.trim();
  if (text.startsWith('0x')) return text.length > 32 ? NaN : parseInt(text);
  if (text.length > 15 && /^\d+$/.test(text)) return NaN;
  const plain = text.replace(/^([^,]*),([^,]*)$/, '$1.$2');
  return isFinite(Number(plain)) ? parseFloat(plain) : NaN;
}

export function isNumeric(value: unknown): boolean {
  return !isNaN(toNumber(value));
}

/** How the value of a question is read: `'5'` is the number 5, `'true'` is true, quotes fall away. */
export function readValue(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (/^(true|false)$/i.test(value)) return value.length === 4;
  if (/^['"][^]*['"]$/.test(value)) return value.slice(1, -1);
  // A leading zero tells a code (a postcode, a phone number) from a number.
  return isNumeric(value) && !/^0(?!x|[.,]|$)/.test(value) ? toNumber(value) : value;
}

/**
 * Equality of expressions: texts without regard to case and outer spaces, `'5'` equals 5, nothing
 * equals '' and [], lists are equal in any order unless `ordered`.
 */
export function isEqual(left: unknown, right: unknown, ordered = false): boolean {
  return sameValue(
    left === 'undefined' ? undefined : left,
    right === 'undefined' ? undefined : right,
    ordered,
  );
}

function sameValue(left: unknown, right: unknown, ordered: boolean): boolean {
  if (left === right || isNothing(left, right) || isNothing(right, left)) return true;
  if (typeof left === 'string' && typeof right === 'string') return folded(left) === folded(right);
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (sameNumber(left, right)) return true;
  if (isEmpty(left) !== isEmpty(right)) return false;

  if (typeof left === 'boolean' && typeof right === 'string') return String(left) === right.toLowerCase();
  if (typeof right === 'boolean' && typeof left === 'string') return String(right) === left.toLowerCase();

  if (!isObject(left) && !isObject(right)) return left == right;
  if (!isObject(left) || !isObject(right)) return false;
  if (Array.isArray(left) && Array.isArray(right)) return sameList(left, right, ordered);
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(
      (key) => Object.prototype.hasOwnProperty.call(right, key) && sameValue(left[key], right[key], ordered),
    )
  );
}

function isNothing(value: unknown, other: unknown): boolean {
  if (value === undefined && Array.isArray(other)) return other.length === 0;
  return (value === undefined || value === null) && other === '';
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

function sameNumber(left: unknown, right: unknown): boolean {
  return [left, right].every(isNumberLike) && parseFloat(String(left)) === parseFloat(String(right));
}

function isNumberLike(value: unknown): boolean {
  return (typeof value === 'number' || typeof value === 'string') && !isNaN(Number(value));
}

/** Sorted as texts and then compared one by one: `[1, '2']` equals `['2', '1']`. */
function sameList(left: unknown[], right: unknown[], ordered: boolean): boolean {
  if (left.length !== right.length) return false;
  const [first, second] = ordered ? [left, right] : [[...left].sort(), [...right].sort()];
  return first.every((item, index) => sameValue(item, second[index], ordered));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The sum of two values without the dust of binary fractions. Texts are appended, as JavaScript does. */
export function sumOf(left: unknown, right: unknown): unknown {
  return withDecimals(Math.max, left, right, (left as number) + (right as number));
}

/** A result with as many decimals as its operands give it. */
export function withDecimals(
  of: (left: number, right: number) => number,
  left: unknown,
  right: unknown,
  result: number,
): number {
  const digits = of(decimals(left), decimals(right));
  return digits > 0 ? parseFloat(result.toFixed(digits)) : result;
}

function decimals(value: unknown): number {
  if (!isNumeric(value) || Number.isInteger(value)) return 0;
  return String(value).split('.')[1]?.length ?? 0;
}

/** A text out of anything; `[object Object]` for objects, as SurveyJS has it. */
export const asText = String as (value: unknown) => string;
