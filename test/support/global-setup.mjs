import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../scripts/build.mjs';

/**
 * One real PostgreSQL for all tests with a migrated template to clone, and a Redis where there is
 * one. Tests that start processes run the build, so it is made first.
 */
export default async function setUp() {
  await buildIfNeeded();
  const { startEmbeddedPostgres } = await import('../../dist/src/database/embedded-postgres.js');
  const { ensureDatabase, migrate } = await import('../../dist/src/database/schema.js');

  const folder = mkdtempSync(join(tmpdir(), 'ruecklauf-test-'));
  chmodSync(folder, 0o755);
  // Nothing here outlives the run, so nothing needs to reach the disk.
  const postgres = await startEmbeddedPostgres(folder, [
    'fsync=off',
    'full_page_writes=off',
    'max_connections=300',
  ]);
  await ensureDatabase(postgres.url);
  await migrate(postgres.url);
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.testPostgres = { ...postgres, folder };

  const redis = await startRedis();
  if (redis === null) {
    console.log(
      '\nskipped without Redis: tests of the Redis queue (put redis-server on the PATH or set REDIS_URL)',
    );
  } else {
    process.env.TEST_REDIS_URL = redis.url;
    globalThis.testRedis = redis.process;
  }
  if (!chromiumPath()) {
    console.log('\nskipped without Chromium: tests in a browser (put chromium on the PATH)');
  } else {
    process.env.TEST_CHROMIUM = chromiumPath();
  }
}

async function startRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, process: null };
  if (spawnSync('redis-server', ['--version']).status !== 0) return null;
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
  ];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('redis-server ended at once')));
    server.stdout.on('data', (text) => String(text).includes('Ready to accept') && resolve());
  });
  return { url: `redis://127.0.0.1:${port}`, process: server };
}

function chromiumPath() {
  const found = spawnSync('which', ['chromium', 'chromium-browser', 'google-chrome'], { encoding: 'utf8' });
  return found.stdout?.split('\n')[0] ?? '';
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
