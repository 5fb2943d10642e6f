import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import {
  BackupProblem,
  END,
  type End,
  endSchema,
  FORMAT_VERSION,
  MANIFEST,
  type Manifest,
  manifestSchema,
  tableOfPiece,
} from './backup-format.js';

/** What is in a backup, in its order. */
export interface BackupReader {
  manifest(manifest: Manifest): Promise<void>;
  piece(table: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  end(end: End): Promise<void>;
}

/**
 * Reads a backup from its beginning to its end.
 *
 * @throws BackupProblem for a file that is no backup, that is of a later format, or that is not whole
 */
export async function readBackup(file: string, reader: BackupReader): Promise<void> {
  const archive = extract();
  const fed = pipeline(createReadStream(file), createGunzip(), archive);
  fed.catch(() => undefined);
  const seen = { manifest: false, end: false };
  try {
    for await (const entry of archive) {
      const { name } = entry.header;
      if (name === MANIFEST) {
        await reader.manifest(asManifest(await jsonOf(entry)));
        seen.manifest = true;
      } else if (!seen.manifest) break;
      else if (name === END) {
        await reader.end(endSchema.parse(await jsonOf(entry)));
        seen.end = true;
      } else await reader.piece(tableOfPiece(name) ?? unknownPart(name), entry as AsyncIterable<Buffer>);
    }
    if (seen.end) await fed;
  } catch (error) {
    archive.destroy();
    throw asProblem(error, file);
  }
  if (!seen.manifest) throw new BackupProblem(`${file} is no backup of Rücklauf`);
  if (!seen.end) throw new BackupProblem(`${file} is not whole: its end is missing`);
}

function asManifest(json: unknown): Manifest {
  const version = (json as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > FORMAT_VERSION)
    throw new BackupProblem('the backup was made by a later version, in a format this one does not know');
  return manifestSchema.parse(json);
}

async function jsonOf(entry: AsyncIterable<unknown>): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}

function unknownPart(name: string): never {
  throw new BackupProblem(`the backup holds ${name}, which does not belong there`);
}

/** What gzip, tar, JSON or zod have to say of a broken file; errors of the database, but for values it cannot read, and of the disk stay what they are. */
function asProblem(error: unknown, file: string): unknown {
  if (error instanceof BackupProblem) return error;
  const { name = '', message = '', code = '' } = error as Partial<Error & { code: string }>;
  if (code === 'ENOENT') return new BackupProblem(`there is no file ${file}`);
  const isOfDatabase = /^[0-9A-Z]{5}$/.test(code);
  const isBadValue = /^22[0-9A-Z]{3}$/.test(code);
  const isBroken =
    isBadValue ||
    code.startsWith('Z_') ||
    ['ZodError', 'SyntaxError'].includes(name) ||
    BROKEN_TAR.test(message);
  return isBroken && (isBadValue || !isOfDatabase)
    ? new BackupProblem(
        `${file} is no backup of Rücklauf, or it is damaged (${message.split('\n')[0] ?? ''})`,
      )
    : error;
}

/** What tar and gzip say of a file that is not theirs or ends too early. */
const BROKEN_TAR =
  /tar header|unexpected end|premature close|incorrect header|stream closed|stream was destroyed/i;
