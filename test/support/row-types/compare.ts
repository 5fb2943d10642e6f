import ts from 'typescript';
import type { DescribedColumn } from './described.js';
import { outerJoined } from './outer-joins.js';

/** What `pg` makes of a value of each type, in this project, which leaves its parsers as they are. */
const KINDS: Readonly<Record<string, Kind>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  int8: 'string',
  numeric: 'string',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  name: 'string',
  uuid: 'string',
  void: 'string',
  jsonpath: 'string',
  interval: 'PostgresInterval',
  date: 'Date',
  timestamp: 'Date',
  timestamptz: 'Date',
  bytea: 'Buffer',
  json: 'json',
  jsonb: 'json',
};

type Kind = 'boolean' | 'number' | 'string' | 'Date' | 'Buffer' | 'PostgresInterval' | 'json';

/** Where a row is not what the code takes it for, in words. */
export function differences(
  row: ts.Type,
  text: string,
  columns: readonly DescribedColumn[],
  at: ts.Node,
  checker: ts.TypeChecker,
): string[] {
  const fields = checker.getPropertiesOfType(row);
  const given = new Map(columns.map((column) => [column.name, column]));
  const missing = fields
    .filter(({ name }) => !given.has(name))
    .map(({ name }) => `${name} is in the type and not in the row`);
  const extra = columns
    .filter(({ name }) => !fields.some((field) => field.name === name))
    .map(({ name }) => `${name} is in the row and not in the type`);
  const joined = outerJoined(text);
  const wrong = fields.flatMap((field) => {
    const column = given.get(field.name);
    const type = checker.getTypeOfSymbolAtLocation(field, at);
    return column ? wrongColumn(column, type, joined, checker) : [];
  });
  return [...missing, ...extra, ...wrong];
}

function wrongColumn(
  column: DescribedColumn,
  type: ts.Type,
  joined: ReturnType<typeof outerJoined>,
  checker: ts.TypeChecker,
): string[] {
  const said = `${column.name} is ${column.type} and typed ${checker.typeToString(type)}`;
  const values = membersOf(type).filter((member) => !(member.flags & ts.TypeFlags.Null));
  if (values.some((member) => !fits(member, column.type, checker))) return [said];
  if (!column.of || takesAnything(type)) return [];
  const saysNull = membersOf(type).some((member) => member.flags & ts.TypeFlags.Null);
  const isJoined = joined(column.of.table);
  if ((column.of.isNullable || isJoined === 'always') && !saysNull) return [`${said}, and may be null`];
  if (!column.of.isNullable && isJoined === 'never' && saysNull) return [`${said}, and is never null`];
  return [];
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function takesAnything(type: ts.Type): boolean {
  return Boolean(type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any));
}

function fits(type: ts.Type, given: string, checker: ts.TypeChecker): boolean {
  if (takesAnything(type)) return true;
  if (given.startsWith('_')) {
    if (!checker.isArrayType(type)) return false;
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    return element !== undefined && membersOf(element).every((one) => fits(one, given.slice(1), checker));
  }
  const kind = KINDS[given];
  switch (kind) {
    case undefined:
      return false;
    case 'json':
      return type.getSymbol()?.name !== 'Date' && type.getSymbol()?.name !== 'Buffer';
    case 'boolean':
      return checker.isTypeAssignableTo(type, checker.getBooleanType());
    case 'number':
      return checker.isTypeAssignableTo(type, checker.getNumberType());
    case 'string':
      return checker.isTypeAssignableTo(type, checker.getStringType());
    default:
      return type.getSymbol()?.name === kind;
  }
}
