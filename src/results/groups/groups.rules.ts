import { smallestGroup } from '../../surveys/survey.rules.js';
import { OTHER_VALUE, rareValues } from '../disclosure.rules.js';

/** How many values of a column are counted separately at most; the rarest are merged. */
const MAX_VALUES = 50;

/** People who share their values of the group columns, one value for each column; '' if there is none. */
export interface People {
  values: readonly string[];
  count: number;
}

/** For each column the values that are counted together as `other`. */
export type Merged = readonly ReadonlySet<string>[];

/**
 * Which values of group columns are merged so that no crossing of the columns holds one to four people. First
 * what is rare in a column by itself; then, as long as a crossing is too small, of all values that take part
 * in such a crossing the one with the fewest people, of a later column before an earlier one, together with the
 * next smallest where nothing of the column is merged yet. A column that
 * cannot be kept ends as *other* alone.
 *
 * @returns null where there are fewer than five people in all
 */
export function mergeRareGroups(people: readonly People[], columns: number): Merged | null {
  const total = people.reduce((sum, { count }) => sum + count, 0);
  if (total < smallestGroup) return null;
  const merged = Array.from({ length: columns }, (_, column) => {
    const counts = marginals(people, column);
    return new Set([...beyondLimit(counts), ...rareValues(counts)]);
  });
  for (;;) {
    const crossed = cross(people, merged);
    const next = valueToMerge(crossed, columns);
    if (!next) return merged;
    const [column, value] = next;
    const counts = marginals(crossed, column);
    merged[column]?.add(value);
    if (!counts.has(OTHER_VALUE)) merged[column]?.add(smallestBeside(counts, value));
  }
}

/** Their values as they are counted. */
export function mergedValues(values: readonly string[], merged: Merged): string[] {
  return values.map((value, column) => (merged[column]?.has(value) ? OTHER_VALUE : value));
}

/** People by crossing, each as often as the values they are counted under occur. */
export function cross(people: readonly People[], merged: Merged): People[] {
  const cells = new Map<string, { values: string[]; count: number }>();
  for (const { values, count } of people) {
    const shown = mergedValues(values, merged);
    const key = JSON.stringify(shown);
    const cell = cells.get(key) ?? { values: shown, count: 0 };
    cell.count += count;
    cells.set(key, cell);
  }
  return [...cells.values()].sort((one, other) => order(one.values, other.values));
}

/** People by value of one column. */
export function marginals(people: readonly People[], column: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { values, count } of people) {
    const value = values[column] ?? '';
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

/** The smallest values beyond the number that is told apart. */
function beyondLimit(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([one, fewer], [other, more]) => more - fewer || (one < other ? -1 : 1))
    .slice(MAX_VALUES - 1)
    .map(([value]) => value)
    .filter(() => counts.size > MAX_VALUES);
}

/** The value to merge next, and its column; null where no crossing is too small. */
function valueToMerge(crossed: readonly People[], columns: number): [column: number, value: string] | null {
  const small = crossed.filter(({ count }) => count < smallestGroup);
  let best: { column: number; value: string; count: number } | null = null;
  for (let column = columns - 1; column >= 0; column -= 1) {
    const counts = marginals(crossed, column);
    if (counts.size < 2) continue;
    for (const value of new Set(small.map(({ values }) => values[column] ?? ''))) {
      const candidate = value === OTHER_VALUE ? smallestBeside(counts, value) : value;
      const count = counts.get(candidate) ?? 0;
      if (
        !best ||
        count < best.count ||
        (count === best.count && column === best.column && candidate < best.value)
      )
        best = { column, value: candidate, count };
    }
  }
  return best && [best.column, best.value];
}

function smallestBeside(counts: ReadonlyMap<string, number>, without: string): string {
  const beside = [...counts].filter(([value]) => value !== without);
  return beside.sort(([one, fewer], [other, more]) => fewer - more || (one < other ? -1 : 1))[0]?.[0] ?? '';
}

function order(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((value, column) => value !== other[column]);
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
