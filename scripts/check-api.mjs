import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiChanges, unannounced } from './api-changes.mjs';
import { root } from './build.mjs';

/**
 * Tells how the API's description differs from the one of the last release, and fails on what breaks a client
 * unless the changelog announces it. `npm run api:released` makes today's description the released one.
 */
const [current, released] = ['openapi.json', 'openapi.released.json'].map((name) => join(root, 'docs', name));

if (process.argv.includes('--release')) copyFileSync(current, released);
else check();

function check() {
  const [before, after] = [released, current].map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const changes = apiChanges(before, after);
  for (const { at, what, breaks } of changes) console.log(`${breaks ? 'BREAKS ' : '       '}${at}: ${what}`);
  const broken = changes.filter(({ breaks }) => breaks);
  console.log(
    `${changes.length} changes of the API since the release, ${broken.length} of them break clients.`,
  );

  const missing = unannounced(broken, readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  if (missing.length === 0) return;
  console.error(`CHANGELOG.md announces no breaking change of:\n${missing.join('\n')}`);
  console.error('Write under Unreleased a line for each: - **Breaking** `METHOD /path`: what clients do now');
  process.exitCode = 1;
}
