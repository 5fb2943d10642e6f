import { z } from 'zod';

/**
 * A backup is one gzipped tar file:
 *
 * - `manifest.json`: what it is and of which schema
 * - `data/<table>/<number>.copy`: the rows of the tables, one after the other, in PostgreSQL's text format of COPY,
 *   cut into pieces, the tables in any order
 * - `end.json`: how many rows each table has, and where sequences stand. Where it is missing the file is not whole.
 */
export const FORMAT = 'ruecklauf-backup';
export const FORMAT_VERSION = 1;

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number(),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that had run, in order. */
  migrations: z.array(z.string()).min(1),
  /** Columns that are copied, by table, in the order of the file. */
  tables: z.record(z.string(), z.array(z.string())),
  /** Tells whether two installations have the same SECRET_KEY, and nothing about it. */
  secret: z.string(),
});
export type Manifest = z.output<typeof manifestSchema>;

export const endSchema = z.object({
  rows: z.record(z.string(), z.number()),
  /** The next number of each identity column: table, column, number. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), next: z.string() })),
});
export type End = z.output<typeof endSchema>;

/** What cannot be backed up or restored, in one line for the operator. */
export class BackupProblem extends Error {}

export const MANIFEST = 'manifest.json';
export const END = 'end.json';

export function pieceName(table: string, number: number): string {
  return `data/${table}/${String(number).padStart(6, '0')}.copy`;
}

/** The table a piece belongs to; null if it is not a piece. */
export function tableOfPiece(name: string): string | null {
  return /^data\/([^/]+)\/\d+\.copy$/.exec(name)?.[1] ?? null;
}
