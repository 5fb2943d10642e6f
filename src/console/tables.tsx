import type { ComponentChildren } from 'preact';
import type { ConsoleLocale } from '../common/locale.js';
import { Icon } from './icons.js';
import { texts } from '../common/texts.js';

export interface Column<Row> {
  label: string;
  /** Numbers stand right-aligned under each other. */
  numeric?: boolean;
  /** Stands as the row's heading. */
  heading?: boolean;
  cell: (row: Row) => ComponentChildren;
}

interface TableProps<Row> {
  /** What the table shows; for who cannot see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** Rows and columns; on a phone each row becomes a card whose lines repeat the column's label. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table class="table" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              role="columnheader"
              class={column.numeric ? 'numeric' : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => cellOf(column, row))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellOf<Row>(column: Column<Row>, row: Row) {
  const shared = {
    key: column.label,
    'data-label': column.label,
    class: column.numeric ? 'numeric' : undefined,
  };
  return column.heading ? (
    <th {...shared} scope="row" role="rowheader">
      {column.cell(row)}
    </th>
  ) : (
    <td {...shared} role="cell">
      {column.cell(row)}
    </td>
  );
}

interface PaginationProps {
  /** Where the next rows are; null on the last page. */
  next: string | null;
  /** The first page; null when this is it. */
  first: string | null;
  locale: ConsoleLocale;
}

/** The way through more rows than one page shows. */
export function Pagination({ next, first, locale }: PaginationProps) {
  if (!next && !first) return null;
  const t = texts('console', locale).pages;
  return (
    <nav class="pagination" aria-label={t.label}>
      {first && (
        <a class="button button-secondary" href={first}>
          <Icon name="back" />
          {t.first}
        </a>
      )}
      {next && (
        <a class="button button-secondary" href={next} rel="next">
          {t.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}

/** Facts with their names. */
export function Facts({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
