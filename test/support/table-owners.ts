import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/common/project-folder.js';

/** Tables by the folder of `src/` that owns them, in the order in which a person likes to read them. */
export const tablesByOwner = JSON.parse(
  readFileSync(join(projectFolder, 'database', 'owners.json'), 'utf8'),
) as Record<string, string[]>;

/** The folder of `src/` that owns a table; undefined if it is not a table of ours. */
export function ownerOf(table: string): string | undefined {
  return Object.keys(tablesByOwner).find((folder) => tablesByOwner[folder]?.includes(table));
}
