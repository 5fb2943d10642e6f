import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'dist', 'src', 'main.js');
/** What browsers are sent, and what it is bundled from. */
const bundles = {
  'console.js': 'browser/console/console.ts',
  'editor.js': 'browser/editor/editor.ts',
  'survey.js': 'browser/survey/survey.ts',
  'survey-conditions.js': 'browser/survey/survey-conditions.ts',
  'console.css': 'styles/console.css',
  'inbox.css': 'styles/inbox.css',
  'letter.css': 'styles/letter.css',
  'survey.css': 'styles/survey.css',
};
const bundlesFolder = join(root, 'assets', 'built');
const bundleSources = ['browser', 'styles', 'src/questionnaire', 'scripts/build.mjs', 'package-lock.json'];
const sources = ['src', 'migrations', 'package-lock.json', '.swcrc', 'nest-cli.json', 'tsconfig.json'];

/**
 * Builds if a source is newer than the last build. What it says goes to stderr: a command's output stays its own.
 * Each step is a process of its own that ends with it: esbuild would leave its helper running in this one.
 */
export async function buildIfNeeded() {
  if (areBundlesOld()) await run(join(root, 'scripts', 'build-bundles.mjs'));
  if (existsSync(built) && newest(sources) <= statSync(built).mtimeMs) return;
  const nest = nestCommand();
  if (nest === null && existsSync(built)) return;
  if (nest === null) fail('There is no build, and the tools to make one are missing. Run: npm ci');

  process.stderr.write('Building …\n');
  await run(nest, 'build');
}

/** Runs a step; anyone who is asked to end meanwhile ends it first. */
async function run(...args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ends = Object.entries({ SIGTERM: 143, SIGINT: 130 }).map(([signal, code]) => {
    const end = () => {
      child.kill(signal);
      process.exit(code);
    };
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  for (const forget of ends) forget();
  if (status !== 0) fail(said);
}

function areBundlesOld() {
  const made = bundlePaths();
  const oldest = Math.min(...made.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
  return newest(bundleSources) > oldest;
}

function bundlePaths() {
  return Object.keys(bundles).map((name) => join(bundlesFolder, name));
}

/**
 * Bundles scripts and stylesheets into `assets/built/`, if a source is newer.
 * es2018 is what phones of 2018 run that get no updates any more; styles are sent as they are written.
 */
export function buildBundles() {
  if (!areBundlesOld()) return;
  const esbuild = esbuildOrNull();
  if (esbuild === null && bundlePaths().every(existsSync)) return;
  if (esbuild === null)
    fail('Scripts and styles are not built, and the tool to build them is missing. Run: npm ci');
  esbuild.buildSync({
    entryPoints: Object.entries(bundles).map(([name, source]) => ({
      in: join(root, source),
      out: name.replace(/\.\w+$/, ''),
    })),
    outdir: bundlesFolder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2018',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

function newest(paths) {
  const times = paths.flatMap((path) => {
    const full = join(root, path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [statSync(full).mtimeMs];
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => statSync(join(file.parentPath, file.name)).mtimeMs);
  });
  return Math.max(0, ...times);
}

function esbuildOrNull() {
  try {
    return createRequire(import.meta.url)('esbuild');
  } catch {
    return null;
  }
}

function nestCommand() {
  try {
    return createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  } catch {
    return null;
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
