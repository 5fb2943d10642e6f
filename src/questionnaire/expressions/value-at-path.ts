import { isRecord } from './expression-values.js';

type Steps = readonly (string | number)[];

/**
 * What lies under the steps, or undefined. Keys match in any case, and `a`, `b` finds the key `a.b`
 * before it finds `a`; lists and texts have a `length`. Only own keys count.
 */
export function valueAt(value: unknown, steps: Steps): unknown {
  const [step] = steps;
  if (step === undefined || value === undefined) return value;
  if (typeof step === 'number')
    return valueAt(Array.isArray(value) ? value[step] : undefined, steps.slice(1));

  const index = steps.findIndex((other) => typeof other === 'number');
  for (let end = index < 0 ? steps.length : index; end > 0; end--) {
    const found = member(value, steps.slice(0, end).join('.'));
    if (found !== undefined) return valueAt(found, steps.slice(end));
  }
  return undefined;
}

function member(value: unknown, name: string): unknown {
  if (name === 'length' && (Array.isArray(value) || typeof value === 'string')) return value.length;
  if (!isRecord(value)) return undefined;
  const key = Object.keys(value).find((own) => own.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}
