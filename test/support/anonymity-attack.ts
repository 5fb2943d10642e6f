import type { TestApp } from './app.js';

/** What an attacker reads who holds a copy of the database, with the columns Postgres keeps for itself. */
export interface Dump {
  /** In the order of the table. */
  participants: Row[];
  responses: Row[];
  thankYous: Row[];
  /** Every row of every other table. */
  others: Row[];
}

/** A row with its place, the transaction and the command that wrote it. */
export interface Row {
  table: string;
  ctid: string;
  xmin: number;
  cmin: number;
  row: Record<string, unknown>;
}

/** How well one way of matching did. */
export interface Attack {
  by: string;
  /** Responses that were given to the person who wrote them. */
  hits: number;
  /** Spearman's rank correlation of the two orders; 0 where the way has no orders. */
  correlation: number;
}

/** Reads everything as it lies there. */
export async function dumpOf(app: TestApp): Promise<Dump> {
  const tables = await app.rows<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const rows: Row[] = [];
  for (const { name } of tables) {
    rows.push(
      ...(await app.rows<Row>(
        `SELECT '${name}' AS table, t.ctid::text, t.xmin::text::int AS xmin, t.cmin::text::int AS cmin, to_jsonb(t) AS row FROM ${name} t`,
      )),
    );
  }
  const of = (table: string) => rows.filter((row) => row.table === `public.${table}`);
  const participants = of('participants').filter(({ row }) => row['participation'] === 'completed');
  const thankYous = of('messages').filter(({ row }) => row['kind'] === 'thank_you');
  const responses = of('responses');
  const known = new Set([...participants, ...thankYous, ...responses]);
  return { participants, responses, thankYous, others: rows.filter((row) => !known.has(row)) };
}

/**
 * Every way of telling who wrote which response. `authorOf` is the truth, that only counts the hits; `named` are
 * participants in the order in which the log speaks of them.
 */
export function attacks(dump: Dump, authorOf: (response: Row) => string, named: readonly string[]): Attack[] {
  const people = dump.participants.map(({ row }) => String(row['id']));
  const byPerson = new Map(dump.thankYous.map((message) => [String(message.row['participant_id']), message]));
  const peopleBy = (order: (row: Row) => number | string) =>
    sorted(dump.participants, order).map(({ row }) => String(row['id']));
  const thankedBy = (order: (row: Row) => number | string) => {
    const thanked = sorted([...byPerson.values()], order).map(({ row }) => String(row['participant_id']));
    return [...thanked, ...people.filter((person) => !byPerson.has(person))];
  };

  const personOrders: Record<string, string[]> = {
    'participants by id': peopleBy(({ row }) => Number(row['id'])),
    'participants as they lie': people,
    'participants by ctid': peopleBy(({ ctid }) => place(ctid)),
    'participants by xmin': peopleBy(({ xmin, cmin }) => xmin * 1000 + cmin),
    'participants by time': peopleBy(({ row }) => String(row['completed_at'] ?? row['completed_on'])),
    'thank-yous by sequence': thankedBy(({ row }) => Number(row['id'])),
    'thank-yous by ctid': thankedBy(({ ctid }) => place(ctid)),
    'thank-yous by xmin': thankedBy(({ xmin, cmin }) => xmin * 1000 + cmin),
    'thank-yous by time planned': thankedBy(({ row }) => String(row['planned_at'])),
    'thank-yous by time settled': thankedBy(({ row }) => String(row['settled_at'])),
    'log lines': [...named, ...people.filter((person) => !named.includes(person))],
  };
  const authorsBy = (order: (row: Row) => number | string) => sorted(dump.responses, order).map(authorOf);
  const authorOrders: Record<string, string[]> = {
    'responses by id': authorsBy(({ row }) => String(row['id'])),
    'responses as they lie': dump.responses.map(authorOf),
    'responses by ctid': authorsBy(({ ctid }) => place(ctid)),
    'responses by xmin': authorsBy(({ xmin, cmin }) => xmin * 1000 + cmin),
    'responses by time': authorsBy(({ row }) => String(row['submitted_at'])),
  };
  const ordered = Object.entries(personOrders).flatMap(([ofPeople, persons]) =>
    Object.entries(authorOrders).map(([ofResponses, authors]) => ({
      by: `${ofPeople}, ${ofResponses}`,
      hits: Math.max(hitsOf(persons, authors), hitsOf(persons, authors.toReversed())),
      correlation: correlationOf(persons, authors),
    })),
  );
  return [...ordered, sameTransaction(dump, authorOf), nearestTransaction(dump, authorOf)];
}

/** A row of any table that names a participant and was written by the response's own transaction. */
function sameTransaction(dump: Dump, authorOf: (response: Row) => string): Attack {
  const rows = [...dump.participants, ...dump.thankYous, ...dump.others];
  const named = new Map<number, Set<string>>();
  for (const { xmin, row, table } of rows) {
    const person = table === 'public.participants' ? row['id'] : row['participant_id'];
    if (typeof person !== 'string' && typeof person !== 'number') continue;
    named.set(xmin, (named.get(xmin) ?? new Set()).add(String(person)));
  }
  const hits = dump.responses.filter((response) => {
    const [only, ...more] = named.get(response.xmin) ?? [];
    return more.length === 0 && only === authorOf(response);
  }).length;
  return { by: 'the same transaction', hits, correlation: 0 };
}

/** The participant whose transaction is nearest, each taken once. */
function nearestTransaction(dump: Dump, authorOf: (response: Row) => string): Attack {
  const left = new Map(dump.participants.map(({ row, xmin }) => [String(row['id']), xmin]));
  let hits = 0;
  for (const response of sorted(dump.responses, ({ xmin }) => xmin)) {
    const away = ([, xmin]: [string, number]) => Math.abs(xmin - response.xmin);
    const [nearest] = [...left].reduce((best, next) => (away(next) < away(best) ? next : best));
    left.delete(nearest);
    if (nearest === authorOf(response)) hits += 1;
  }
  return { by: 'the nearest transaction', hits, correlation: 0 };
}

function sorted(rows: readonly Row[], order: (row: Row) => number | string): Row[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [order(one), order(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** `(12,3)` as one number that grows with the place in the table. */
function place(ctid: string): number {
  const [page = 0, line = 0] = ctid.slice(1, -1).split(',').map(Number);
  return page * 10_000 + line;
}

function hitsOf(persons: readonly string[], authors: readonly string[]): number {
  return authors.filter((author, index) => persons[index] === author).length;
}

function correlationOf(persons: readonly string[], authors: readonly string[]): number {
  const ranks = new Map(persons.map((person, rank) => [person, rank]));
  const n = authors.length;
  const squares = authors.reduce((sum, author, rank) => sum + (rank - (ranks.get(author) ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
