import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** The folder of stylesheets and scripts, `assets/` beside package.json, from the sources and from the build alike. */
export const assetsFolder = join(projectFolder, 'assets');

const urls = new Map<string, string>();

/**
 * Address of a stylesheet or script with a hash of its content, so that browsers may keep it for good
 * and still see a new one at once. Read once per process.
 *
 * @param name file name in `assets/`
 * @throws Error if there is no such file
 */
export function assetUrl(name: string): string {
  const known = urls.get(name);
  if (known !== undefined) return known;

  const content = readFileSync(join(assetsFolder, name));
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const url = `/assets/${name}?v=${hash}`;
  urls.set(name, url);
  return url;
}
