import { viewOf } from '../kinds/view-registry.js';
import type { Field } from './field.js';

/** A question of any kind. */
export function Question({ field }: { field: Field }) {
  const View = viewOf(field.question).Field;
  return <View field={field} />;
}
