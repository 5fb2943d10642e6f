import { isEmpty } from './expression-values.js';

/** Dates as they are stored; their UTC fields hold the wall clock. What is no number is no value. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  if (!(value instanceof Date)) return isEmpty(value) ? undefined : value;
  if (Number.isNaN(value.getTime())) return undefined;
  const [day, time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 5)}`;
}
