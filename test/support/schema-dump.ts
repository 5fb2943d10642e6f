import pg from 'pg';

interface Column {
  table: string;
  name: string;
  type: string;
  notNull: boolean;
  isIdentity: boolean;
  default: string | null;
  comment: string | null;
}

interface Constraint {
  table: string;
  name: string;
  kind: 'c' | 'f' | 'p' | 'u';
  definition: string;
  columns: string[];
  references: string | null;
}

interface Table {
  name: string;
  isUnlogged: boolean;
  options: string[] | null;
  comment: string | null;
}

const MAX_LINE = 110;

/**
 * The tables, indexes and triggers of the schema `public` as SQL for people to read, and the signatures of the
 * functions. The SQL can be run; the functions' texts are in `database/functions`.
 *
 * @param order names of the tables in the order of the text; those that are not named come last
 */
export async function dumpSchema(url: string, order: readonly string[]): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const rows = async <Row extends pg.QueryResultRow>(sql: string) => (await client.query<Row>(sql)).rows;
    const tables = inOrder(await rows<Table>(TABLES), order);
    const columns = await rows<Column>(COLUMNS);
    const constraints = await rows<Constraint>(CONSTRAINTS);
    const extras = await rows<{ table: string; definition: string }>(EXTRAS);
    const functions = await rows<{ signature: string }>(FUNCTIONS);
    const written = new Set<string>();
    const texts = tables.map((table) => {
      written.add(table.name);
      const of = <Item extends { table: string }>(items: Item[]) =>
        items.filter(({ table: name }) => name === table.name);
      const isLate = ({ references }: Constraint) => references !== null && !written.has(references);
      const late = constraints.filter(
        (one) => one.references === table.name && one.table !== table.name && written.has(one.table),
      );
      return [
        tableText(
          table,
          of(columns),
          of(constraints).filter((one) => !isLate(one)),
        ),
        ...of(extras).map(({ definition }) => `${shorter(definition)};`),
        ...late.map((one) => `ALTER TABLE ${one.table} ADD ${constraintText(one)};`),
      ].join('\n');
    });
    const signatures = functions.map(({ signature }) => `--   ${signature}`);
    return `${[...texts, ['-- Functions (database/functions):', ...signatures].join('\n')].join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

function inOrder(tables: readonly Table[], order: readonly string[]): Table[] {
  const place = ({ name }: Table) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...tables].sort((a, b) => place(a) - place(b));
}

function tableText(table: Table, columns: readonly Column[], constraints: readonly Constraint[]): string {
  const inline = new Map<Column, Constraint[]>(columns.map((column) => [column, []]));
  const rest: Constraint[] = [];
  for (const constraint of constraints) {
    const column = columns.find((one) => isOfColumn(constraint, one));
    if (column) inline.get(column)?.push(constraint);
    else rest.push(constraint);
  }
  const lines = [
    ...columns.map((column) => commented(columnText(column, inline.get(column) ?? []), column.comment)),
    ...rest.map((constraint) => `  ${constraintText(constraint)}`),
  ];
  const kind = table.isUnlogged ? 'UNLOGGED TABLE' : 'TABLE';
  const options = table.options ? ` WITH (${table.options.join(', ')})` : '';
  const comment = table.comment === null ? '' : `-- ${table.comment}\n`;
  return `${comment}CREATE ${kind} ${table.name} (\n${lines.join(',\n')}\n)${options};`;
}

/** Whether it can be written behind its column, where Postgres gives it the name it has. */
function isOfColumn({ table, name, kind, columns }: Constraint, column: Column): boolean {
  if (columns.length !== 1 || columns[0] !== column.name) return false;
  const usual = { p: `${table}_pkey`, u: `${table}_${column.name}_key`, f: `${table}_${column.name}_fkey` };
  return name === (kind === 'c' ? `${table}_${column.name}_check` : usual[kind]);
}

function columnText(column: Column, constraints: readonly Constraint[]): string {
  const isKey = constraints.some(({ kind }) => kind === 'p');
  const parts = [
    `  ${column.name} ${column.type}`,
    column.isIdentity && 'GENERATED ALWAYS AS IDENTITY',
    column.notNull && !column.isIdentity && !isKey && 'NOT NULL',
    column.default !== null && `DEFAULT ${shorter(column.default)}`,
    ...constraints.map(({ kind, definition }) => {
      if (kind === 'p') return 'PRIMARY KEY';
      if (kind === 'u') return shorter(definition).replace(/ ?\(.*\)$/, '');
      return shorter(definition).replace(/^FOREIGN KEY \(.*?\) /, '');
    }),
  ].filter((part) => part !== false);
  const line = parts.join(' ');
  return line.length <= MAX_LINE ? line : line.replace(' CHECK ', '\n    CHECK ');
}

function constraintText({ name, definition }: Constraint): string {
  return `CONSTRAINT ${name} ${shorter(definition)}`;
}

function commented(line: string, comment: string | null): string {
  return comment === null ? line : `  -- ${comment}\n${line}`;
}

/** What Postgres spells out, as a person would write it. */
function shorter(definition: string): string {
  return definition
    .replaceAll(/\((\w+) = ANY \(ARRAY\[(.*?)\]\)\)/g, '$1 IN ($2)')
    .replaceAll(/('[^']*')::(text\[\]|text|jsonb)(?!\w)/g, '$1')
    .replaceAll(/(ON|REFERENCES|UPDATE|INTO) public\./g, '$1 ')
    .replaceAll(' USING btree', '')
    .replaceAll(/^CHECK \(\((.*)\)\)$/g, 'CHECK ($1)')
    .replaceAll('timestamp with time zone', 'timestamptz');
}

const TABLES = `
  SELECT c.relname AS name, c.relpersistence = 'u' AS "isUnlogged", c.reloptions AS options,
    obj_description(c.oid, 'pg_class') AS comment
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'
  ORDER BY c.relname`;

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz') AS type,
    a.attnotnull AS "notNull", a.attidentity <> '' AS "isIdentity", pg_get_expr(d.adbin, d.adrelid) AS default,
    col_description(c.oid, a.attnum) AS comment
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  ORDER BY c.relname, a.attnum`;

const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS table, conname AS name, contype AS kind, pg_get_constraintdef(oid) AS definition,
    ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY k (number, place)
      JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.number ORDER BY k.place) AS columns,
    CASE WHEN contype = 'f' THEN confrelid::regclass::text END AS references
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'p', 'u') AND conrelid <> 0
  ORDER BY 1, array_position(ARRAY['p', 'u', 'f', 'c'], contype::text), conname`;

const EXTRAS = `
  SELECT t.table, t.definition FROM (
    SELECT 1 AS kind, i.indrelid::regclass::text AS table, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
    UNION ALL
    SELECT 2, tgrelid::regclass::text, pg_get_triggerdef(oid, true) FROM pg_trigger
    WHERE NOT tgisinternal AND tgname NOT LIKE 'test\\_%'
      AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  ) AS t ORDER BY t.kind, t.definition`;

const FUNCTIONS = `
  SELECT format('%s(%s) → %s', p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid)) AS signature
  FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace AND p.proname NOT LIKE 'test\\_%'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;
