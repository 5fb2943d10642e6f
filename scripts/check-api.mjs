import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiChanges } from './api-changes.mjs';
import { root } from './build.mjs';

/**
 * Tells how the API's description differs from the one of a commit: `npm run check:api [commit]`, HEAD unless
 * one is named. Fails on what breaks a client; a new version of the API may.
 */
const FILE = 'docs/openapi.json';
const base = process.argv[2] ?? 'HEAD';
const before = earlier();
const after = JSON.parse(readFileSync(join(root, FILE), 'utf8'));
if (before === null) {
  console.log(`${base} has no ${FILE} to compare with.`);
} else {
  const changes = apiChanges(before, after);
  for (const { at, what, breaks } of changes) console.log(`${breaks ? 'BREAKS ' : '       '}${at}: ${what}`);
  const broken = changes.filter(({ breaks }) => breaks).length;
  console.log(`${changes.length} changes of the API since ${base}, ${broken} of them break clients.`);
  if (broken > 0 && before.info.version === after.info.version) process.exitCode = 1;
}

/** Null where there is none, or no repository. */
function earlier() {
  try {
    const options = {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    return JSON.parse(execFileSync('git', ['show', `${base}:${FILE}`], options));
  } catch {
    return null;
  }
}
