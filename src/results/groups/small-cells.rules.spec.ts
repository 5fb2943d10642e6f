import { expect, test } from '@jest/globals';
import { type Cell, type Outside, showGroups, type ShownGroup, sideOf } from './small-cells.rules.js';

/** Numbers below 1 that look random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

interface Table {
  columns: number;
  cells: { values: string[]; invited: number }[];
  outside: number;
}

const tables: Record<string, Table> = {
  'one column': {
    columns: 1,
    cells: [
      { values: ['a'], invited: 12 },
      { values: ['b'], invited: 14 },
      { values: ['c'], invited: 5 },
    ],
    outside: 0,
  },
  'one column with two late joiners': {
    columns: 1,
    cells: [
      { values: ['a'], invited: 16 },
      { values: ['b'], invited: 11 },
      { values: ['c'], invited: 10 },
    ],
    outside: 2,
  },
  'two columns': {
    columns: 2,
    cells: [
      { values: ['a', 'x'], invited: 9 },
      { values: ['a', 'y'], invited: 5 },
      { values: ['b', 'x'], invited: 6 },
      { values: ['b', 'y'], invited: 10 },
    ],
    outside: 0,
  },
  'a column within another': {
    columns: 2,
    cells: [
      { values: ['a', 'x'], invited: 7 },
      { values: ['b', 'x'], invited: 8 },
      { values: ['c', 'y'], invited: 12 },
    ],
    outside: 1,
  },
};

type World = number[];

/** Every way in which people might have completed; the last number is that of people outside. */
function worldsOf({ cells, outside }: Table): World[] {
  const sizes = [...cells.map(({ invited }) => invited), outside];
  return sizes.reduce<World[]>(
    (worlds, size) =>
      worlds.flatMap((world) => Array.from({ length: size + 1 }, (_, completed) => [...world, completed])),
    [[]],
  );
}

const total = (world: World) => world.reduce((sum, completed) => sum + completed, 0);

function cellsIn({ cells }: Table, world: World): Cell[] {
  return cells.map((cell, index) => ({ ...cell, completed: world[index] ?? 0 }));
}

/** Every number that might need protection: groups, crossings, and who is outside. */
function countsIn(table: Table, world: World): Outside[] {
  const cells = cellsIn(table, world);
  const groups = Array.from({ length: table.columns }, (_, column) =>
    [...new Set(cells.map(({ values }) => values[column] ?? ''))].map((value) => {
      const within = cells.filter(({ values }) => values[column] === value);
      return {
        invited: within.reduce((sum, { invited }) => sum + invited, 0),
        completed: within.reduce((sum, { completed }) => sum + completed, 0),
      };
    }),
  ).flat();
  return [...groups, ...cells, { invited: table.outside, completed: world.at(-1) ?? 0 }];
}

function allows(shown: ShownGroup, completed: number): boolean {
  if (shown.hidden === null) return completed === shown.completed;
  if (shown.hidden === 'fewer_than_five') return completed <= 4;
  if (shown.hidden === 'all_but_fewer_than_five') return completed >= shown.invited - 4;
  return true;
}

test.each(Object.keys(tables))(
  '%s: no small number follows from what is shown and the live total',
  (name) => {
    const table = tables[name];
    if (!table) throw new Error(name);
    const worlds = worldsOf(table);
    const byTotal = new Map<number, World[]>();
    for (const world of worlds) {
      const alike = byTotal.get(total(world)) ?? [];
      alike.push(world);
      byTotal.set(total(world), alike);
    }
    const random = numbers(7);
    let shownExactly = 0;
    for (let round = 0; round < 250; round += 1) {
      const world = worlds[Math.floor(random() * worlds.length)] ?? [];
      const outside = { invited: table.outside, completed: world.at(-1) ?? 0 };
      const shown = showGroups(cellsIn(table, world), table.columns, outside);
      const flat = shown.flat();
      if (flat.every(({ hidden }) => hidden === 'withheld')) continue;
      shownExactly += flat.filter(({ hidden }) => hidden === null).length;
      const possible = (byTotal.get(total(world)) ?? [])
        .map((other) => countsIn(table, other))
        .filter((counts) => flat.every((group, index) => allows(group, counts[index]?.completed ?? 0)));
      for (const [index, counts] of countsIn(table, world).entries()) {
        const side = sideOf(counts);
        if (side === null || counts.invited === 0) continue;
        const few = Math.min(4, counts.invited);
        const needed = Array.from({ length: few + 1 }, (_, n) =>
          side === 'fewer_than_five' ? n : counts.invited - n,
        );
        const seen = new Set(possible.map((other) => other[index]?.completed));
        expect(needed.filter((completed) => !seen.has(completed))).toEqual([]);
      }
    }
    expect(shownExactly).toBeGreaterThan(10);
  },
);

const alone = { invited: 0, completed: 0 };
const cell = (value: string, invited: number, completed: number): Cell => ({
  values: [value],
  invited,
  completed,
});

test('five on either side are told, and the largest is withheld beside a small number', () => {
  expect(showGroups([cell('a', 40, 20), cell('b', 30, 10), cell('c', 20, 2)], 1, alone)).toEqual([
    [
      { value: 'a', invited: 40, completed: null, hidden: 'withheld' },
      { value: 'b', invited: 30, completed: 10, hidden: null },
      { value: 'c', invited: 20, completed: null, hidden: 'fewer_than_five' },
    ],
  ]);
});

test('nobody and everybody look like their neighbours', () => {
  const told = (completed: number) =>
    showGroups([cell('a', 40, 20), cell('b', 30, 10), cell('c', 20, completed)], 1, alone)[0]?.[2];
  for (const few of [0, 1, 4]) expect(told(few)?.hidden).toBe('fewer_than_five');
  for (const many of [16, 19, 20]) expect(told(many)?.hidden).toBe('all_but_fewer_than_five');
  expect(told(5)).toMatchObject({ completed: 5, hidden: null });
});

test('where all is told, a single latecomer would be given away by the total: something is withheld', () => {
  const shown = showGroups([cell('a', 40, 20), cell('b', 30, 10)], 1, { invited: 1, completed: 1 });
  expect(shown[0]?.map(({ hidden }) => hidden)).toEqual(['withheld', null]);
});

test('what was withheld before is withheld again', () => {
  const cells = [cell('a', 40, 20), cell('b', 30, 15), cell('c', 20, 2)];
  expect(showGroups(cells, 1, alone, new Set(['0/b']))[0]?.map(({ hidden }) => hidden)).toEqual([
    null,
    'withheld',
    'fewer_than_five',
  ]);
});

test('where the live total gives everything away, nothing is told', () => {
  const shown = showGroups([cell('a', 6, 6), cell('b', 6, 6)], 1, alone);
  expect(shown[0]?.map(({ hidden }) => hidden)).toEqual(['withheld', 'withheld']);
});
