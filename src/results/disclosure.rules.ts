import type { Survey } from '../surveys/survey.entity.js';
import { smallestGroup } from '../surveys/survey.rules.js';

/** Answers that wait in a pool before the first of them are released. */
const RELEASED_FROM = 2 * smallestGroup;

/** What stands for values that too few answers share. */
export const OTHER_VALUE = 'other';

/**
 * How many answers of a pool are released now. While answers come in: by fives at random, and five to nine are
 * held back, so that anyone who watches knows of none of them which of ten people gave it. When nobody can
 * answer any more: whatever waits, if it is five or more.
 *
 * @param waiting how many answers of the pool could be released
 * @param hasEnded whether the survey takes no answers any more, see `hasEnded`
 */
export function howManyToRelease(waiting: number, hasEnded: boolean): number {
  if (hasEnded) return waiting >= smallestGroup ? waiting : 0;
  if (waiting < RELEASED_FROM) return 0;
  return waiting - smallestGroup - (waiting % smallestGroup);
}

/** How many more answers a pool needs before the next release, while the survey takes answers. */
export function missingToRelease(waiting: number): number {
  return Math.max(0, RELEASED_FROM - waiting);
}

/**
 * Which values of one kind, such as languages, may be told apart: those that five answers share. Rarer ones
 * are told as *other* together; where they are fewer than five in all, *other* takes in the next smallest
 * value until it has five or nothing is left.
 *
 * @param counts answers by value
 * @returns the values that are told as *other*
 */
export function rareValues<Value>(counts: ReadonlyMap<Value, number>): Set<Value> {
  const ascending = [...counts].sort(
    ([one, fewer], [other, more]) => fewer - more || (String(one) < String(other) ? -1 : 1),
  );
  const rare = new Set<Value>();
  let together = 0;
  for (const [value, count] of ascending) {
    if (count >= smallestGroup && (together === 0 || together >= smallestGroup)) break;
    rare.add(value);
    together += count;
  }
  return rare;
}

/** Whether free texts are shown by themselves, so that nobody's way of writing leads to their other answers. */
export function areTextsApart({
  privacy,
  textsStayWithAnswers,
}: Pick<Survey, 'privacy' | 'textsStayWithAnswers'>): boolean {
  return privacy === 'anonymous' && !textsStayWithAnswers;
}

/** So many must have completed before people are counted by group at all, and since the last count. */
export const COUNTED_FROM = 2 * smallestGroup;

/**
 * Whether people of an anonymous survey are counted by group anew: when ten more have completed, and at its
 * end. Where it was reopened after its end, at the next end only if five more have: closing and reopening it
 * after each answer must not show who came.
 *
 * @param completed how many have completed in all
 */
export function isSnapshotDue(
  completed: number,
  last: { completed: number; isFinal: boolean } | null,
  isEnded: boolean,
): boolean {
  if (completed < COUNTED_FROM) return false;
  if (!last) return true;
  const more = completed - last.completed;
  if (more >= COUNTED_FROM) return true;
  return isEnded && more >= (last.isFinal ? smallestGroup : 1);
}
