import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnServer } from './supervised.mjs';

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The embedded PostgreSQL with the durability it has by default, to be killed as a whole. */
export class Postgres {
  /** @param {string} folder */
  static async start(folder) {
    const postgres = new Postgres();
    postgres.folder = folder;
    // Four processes with their pools need more than the hundred connections there are by default.
    postgres.flags = [`port=${await freePort()}`, 'max_connections=250'];
    await postgres.startServer();
    process.on('exit', () => {
      if (!postgres.stopped) process.kill(postgres.pid(), 'SIGKILL');
    });
    return postgres;
  }

  async startServer() {
    const { startEmbeddedPostgres } = await import('../../dist/src/database/embedded-postgres.js');
    this.server = await startEmbeddedPostgres(this.folder, this.flags);
    this.url ??= this.server.url.replace(/:\d+\//, `:${this.flags[0].slice('port='.length)}/`);
  }

  pid() {
    return Number(readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** SIGKILL to the postmaster; its children notice and end. Comes back on the same port and data. */
  async killAndRestart(/** @type {number} */ downMs) {
    const pid = this.pid();
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await sleep(5);
    await sleep(downMs);
    // While a child of the dead one is still there, the new one refuses.
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.startServer();
      } catch (error) {
        if (attempt === 60) throw error;
        await sleep(250);
      }
    }
  }

  async stop() {
    await this.server.stop();
    this.stopped = true;
  }
}

function isAlive(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A Redis that keeps nothing: killing it loses every job. */
export class Redis {
  static isThere() {
    return spawnSync('redis-server', ['--version']).status === 0;
  }

  static async start() {
    const redis = new Redis();
    redis.port = await freePort();
    await redis.startServer();
    return redis;
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  async startServer() {
    const settings = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    const child = spawnServer('redis-server', [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      ...settings,
    ]);
    this.child = child;
    await new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('redis-server ended at once')));
      child.stdout.on('data', (text) => String(text).includes('Ready to accept') && resolve(undefined));
    });
  }

  async killAndRestart(/** @type {number} */ downMs) {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
    await sleep(downMs);
    await this.startServer();
  }

  /** Everything the queue knew is gone; its connections stay. */
  async flush() {
    await new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
      socket.once('error', reject);
      socket.once('data', () => socket.end(() => resolve(undefined)));
    });
  }

  stop() {
    this.child.kill('SIGKILL');
  }
}
