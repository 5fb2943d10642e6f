import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { clearTimeout } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../scripts/build.mjs';

const RESTART_MS = 200;
/** So long a process may take until it listens for SIGTERM; before, it has nothing to put in order. */
const BOOT_MS = 10_000;

/** Whatever this run has started and still lives; none outlives it. @type {Set<import('node:child_process').ChildProcess>} */
const living = new Set();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** One process of the build that is started again whenever it ends, as a service manager does. */
export class Supervised {
  /** Ends that nobody asked for: a fault, even though the restart heals it. */
  endedByItself = 0;
  kills = 0;

  /**
   * @param {string} name
   * @param {Record<string, string>} env
   * @param {string} folder where its log is kept
   */
  constructor(name, env, folder) {
    this.name = name;
    this.env = {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LOG_LEVEL: 'warn',
      API_RATE: '1000000',
      ...env,
    };
    this.log = openSync(join(folder, `${name}.log`), 'a');
    this.startedAt = 0;
    this.wanted = false;
  }

  start() {
    this.wanted = true;
    this.killed = false;
    this.startedAt = performance.now();
    const child = spawn(process.execPath, [join(root, 'dist', 'src', 'main.js')], {
      env: this.env,
      stdio: ['ignore', this.log, this.log],
    });
    this.child = child;
    living.add(child);
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        living.delete(child);
        if (this.wanted && !this.killed) this.endedByItself += 1;
        resolve({ code, signal });
      });
    });
    void this.ended.then(async () => {
      await sleep(RESTART_MS);
      if (this.wanted && this.child === child) this.start();
    });
  }

  /** As the kernel does it, at once; it comes back by itself. */
  async kill() {
    this.kills += 1;
    this.killed = true;
    this.child?.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end in good order and says whether it did; one that lies dead has nothing left to end. */
  async stop() {
    this.wanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return true;
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const isBooting = performance.now() - this.startedAt < BOOT_MS;
    const { code, signal } = await this.ended;
    clearTimeout(patience);
    return code === 0 || (isBooting && signal === 'SIGTERM');
  }
}

/** Starts a server program that this run will kill and start again itself. */
export function spawnServer(/** @type {string} */ command, /** @type {string[]} */ args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  living.add(child);
  child.once('exit', () => living.delete(child));
  return child;
}
