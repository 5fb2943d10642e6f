import { smallestGroup } from '../../surveys/survey.rules.js';
import { Circulation, type Edge } from './circulation.js';

/** One crossing of the group columns with its people, and how many of them have completed. */
export interface Cell {
  /** One value for each column. */
  values: readonly string[];
  invited: number;
  completed: number;
}

export const hiddenReasons = ['fewer_than_five', 'all_but_fewer_than_five', 'withheld'] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

/** People of one value of one column, as they may be shown. */
export interface ShownGroup {
  value: string;
  invited: number;
  /** Null where it may not be shown; `hidden` says why. */
  completed: number | null;
  hidden: HiddenReason | null;
}

/** People who are in no crossing, and those of them who have completed: the live total counts them too. */
export interface Outside {
  invited: number;
  completed: number;
}

const FEW = smallestGroup - 1;

/** What is told of a number from 0 to `invited`, and with it the numbers it might be. */
type Telling = 'exact' | HiddenReason | 'untold';

interface Group {
  column: number;
  value: string;
  invited: number;
  completed: number;
  telling: Telling;
}

/**
 * What may be shown of the people of each column. A number is told where five have completed and five have
 * not, else only on which side it is. Then further groups are withheld, those that were withheld before and the
 * largest first, until nothing follows by subtraction: of every small number, in a group, a crossing or
 * outside of all, everything from none to four must remain possible with all that is shown, the live total
 * included (likewise from all but four to all).
 *
 * @param columns how many columns there are, at most two
 * @param before what was withheld when this was last shown: `column/value`
 * @returns for each column its groups by value; all of them withheld where nothing at all can be told
 */
export function showGroups(
  cells: readonly Cell[],
  columns: number,
  outside: Outside,
  before: ReadonlySet<string> = new Set(),
): ShownGroup[][] {
  const groups = groupsOf(cells, columns);
  const broken = () => brokenTargets(cells, groups, outside, columns);
  let left = broken();
  while (left > 0) {
    const next = bestToHide(groups, before, left, broken);
    // The live total alone gives something away already, and no more is added.
    if (!next) break;
    next.telling = next.telling === 'exact' ? 'withheld' : 'untold';
    left = broken();
  }
  return Array.from({ length: columns }, (_, column) =>
    groups
      .filter((group) => group.column === column)
      .map(({ value, invited, completed, telling }) => ({
        value,
        invited,
        completed: telling === 'exact' ? completed : null,
        hidden: telling === 'exact' ? null : telling === 'untold' ? 'withheld' : telling,
      })),
  );
}

/** On which side a number is that may not be told; null where five are on either side. */
export function sideOf({
  invited,
  completed,
}: Outside): 'fewer_than_five' | 'all_but_fewer_than_five' | null {
  const isFew = completed <= FEW;
  const isAlmostAll = invited - completed <= FEW;
  if (isFew && isAlmostAll) return 2 * completed <= invited ? 'fewer_than_five' : 'all_but_fewer_than_five';
  if (isFew) return 'fewer_than_five';
  return isAlmostAll ? 'all_but_fewer_than_five' : null;
}

function groupsOf(cells: readonly Cell[], columns: number): Group[] {
  const groups = new Map<string, Group>();
  for (let column = 0; column < columns; column += 1) {
    for (const { values, invited, completed } of cells) {
      const value = values[column] ?? '';
      const key = `${column}/${value}`;
      const group = groups.get(key) ?? { column, value, invited: 0, completed: 0, telling: 'exact' };
      group.invited += invited;
      group.completed += completed;
      groups.set(key, group);
    }
  }
  for (const group of groups.values()) group.telling = sideOf(group) ?? 'exact';
  return [...groups.values()];
}

/** The numbers a group might have, for somebody who sees what is told of it and knows how that is decided. */
function rangeOf({ telling, invited, completed }: Group): [from: number, to: number] {
  switch (telling) {
    case 'exact':
      return [completed, completed];
    case 'fewer_than_five':
      return [0, Math.min(FEW, invited)];
    case 'all_but_fewer_than_five':
      return [Math.max(0, invited - FEW), invited];
    case 'withheld':
      return [smallestGroup, invited - smallestGroup];
    case 'untold':
      return [0, invited];
  }
}

/** The numbers that must all remain possible for a small number; null where it needs no protection. */
function neededRange(counts: Outside): [from: number, to: number] | null {
  const side = sideOf(counts);
  if (side === null || counts.invited === 0) return null;
  return side === 'fewer_than_five'
    ? [0, Math.min(FEW, counts.invited)]
    : [Math.max(0, counts.invited - FEW), counts.invited];
}

/**
 * How many small numbers do not have their whole range any more. People flow from the groups of the first
 * column through the crossings to those of the second: each amount that keeps within what is shown is a way
 * things might be.
 */
function brokenTargets(
  cells: readonly Cell[],
  groups: readonly Group[],
  outside: Outside,
  columns: number,
): number {
  const graph = new Circulation();
  const targets: { edge: Edge; range: [number, number] }[] = [];
  const add = (from: string, to: string, bounds: [number, number], counts: Outside) => {
    const edge = graph.add(from, to, bounds, counts.completed);
    const range = neededRange(counts);
    if (range) targets.push({ edge, range });
  };
  const everybody = cells.reduce((sum, { completed }) => sum + completed, 0) + outside.completed;
  graph.add('total', 'source', [everybody, everybody], everybody);
  for (const group of groups) {
    const node = `${group.column}/${group.value}`;
    if (group.column === 0) add('source', node, rangeOf(group), group);
    else add(node, 'total', rangeOf(group), group);
  }
  for (const cell of cells) {
    const [first = '', second = ''] = cell.values;
    add(`0/${first}`, columns > 1 ? `1/${second}` : 'total', [0, cell.invited], cell);
  }
  if (outside.invited > 0) add('source', 'total', [0, outside.invited], outside);
  return targets.filter(
    ({ edge, range: [from, to] }) => !graph.reaches(edge, from) || !graph.reaches(edge, to),
  ).length;
}

/** The group whose hiding leaves the fewest small numbers open; one that is told first, those on a side at last. */
function bestToHide(
  groups: readonly Group[],
  before: ReadonlySet<string>,
  left: number,
  broken: () => number,
): Group | null {
  const columns = [...new Set(groups.map(({ column }) => column))];
  for (const [kinds, hidden] of [
    [['exact'], 'withheld'],
    [['fewer_than_five', 'all_but_fewer_than_five'], 'untold'],
  ] as const) {
    const candidates = columns.flatMap((column) => {
      const open = groups.filter(
        (group) => group.column === column && kinds.some((kind) => kind === group.telling),
      );
      const first = open.sort(
        (one, other) =>
          Number(before.has(`${column}/${other.value}`)) - Number(before.has(`${column}/${one.value}`)) ||
          other.invited - one.invited ||
          (one.value < other.value ? -1 : 1),
      )[0];
      return first ? [first] : [];
    });
    if (candidates.length === 0) continue;
    const tried = candidates.map((group) => {
      const { telling } = group;
      group.telling = hidden;
      const remaining = broken();
      group.telling = telling;
      return { group, remaining };
    });
    tried.sort((one, other) => one.remaining - other.remaining);
    const [best] = tried;
    // Where nothing helps by itself, the largest group of all is hidden, and then it is looked again.
    if (best && best.remaining < left) return best.group;
    return candidates.sort((one, other) => other.invited - one.invited)[0] ?? null;
  }
  return null;
}
