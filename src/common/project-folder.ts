import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, the same from the sources and from the build. */
export const projectFolder = folderOfPackage(dirname(fileURLToPath(import.meta.url)));

function folderOfPackage(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new Error('There is no package.json above this file.');
  return folderOfPackage(dirname(from));
}
