import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** What is sent as it is: `assets/` beside package.json, from the sources and from the build alike. */
export const assetsFolder = join(projectFolder, 'assets');

/** All that `/assets/` serves: besides, what `scripts/build.mjs` bundles from `browser/` and `styles/`. */
export const assetFolders = [assetsFolder, join(assetsFolder, 'built')];

const urls = new Map<string, string>();

/**
 * Address of a stylesheet or script with a hash of its content, so that browsers may keep it for good
 * and still see a new one at once. Read once per process.
 *
 * @param name file name in one of the folders
 * @throws Error if there is no such file
 */
export function assetUrl(name: string): string {
  const known = urls.get(name);
  if (known !== undefined) return known;

  const path = assetFolders.map((folder) => join(folder, name)).find(existsSync);
  if (path === undefined)
    throw new Error(`There is no asset ${name}; npm run build makes scripts and styles.`);
  const content = readFileSync(path);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const url = `/assets/${name}?v=${hash}`;
  urls.set(name, url);
  return url;
}
