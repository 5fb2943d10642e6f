import type { AnswerValue, SimpleAnswer } from '../answers.js';
import type { Fault, ReadAnswer, Reading } from './reading.js';

/** An answer that is in one field. */
export function single(name: string, field: string, { value, error }: Reading<AnswerValue>): ReadAnswer {
  return {
    values: value === null ? [] : [[name, value]],
    faults: error === null ? [] : [{ field, message: error }],
  };
}

/** An answer made of several fields, by key. */
export function record(
  name: string,
  fields: { key: string; field: string; reading: Reading<SimpleAnswer> }[],
): ReadAnswer {
  const values: [string, SimpleAnswer][] = [];
  const faults: Fault[] = [];
  for (const { key, field, reading } of fields) {
    if (reading.value !== null) values.push([key, reading.value]);
    if (reading.error !== null) faults.push({ field, message: reading.error });
  }
  return { values: values.length > 0 ? [[name, Object.fromEntries(values) as AnswerValue]] : [], faults };
}
