import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, root } from './build.mjs';

// Runs `main` or `cli` in this very process, so that signals reach it.
const [what = 'main', ...args] = process.argv.slice(2);
await buildIfNeeded();
const entry = join(root, 'dist', 'src', `${what}.js`);
process.argv = [process.argv[0] ?? 'node', entry, ...args];
await import(pathToFileURL(entry).href);
