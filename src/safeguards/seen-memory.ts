import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SharedMarks } from '../queue/shared-marks.js';
import type { Remembered } from './sending-guard.rules.js';

/** More databases than anyone uses from one folder; the most recently seen are kept. */
const MAX_NAMES = 50;

/**
 * Remembers outside the database when a database of a certain name was seen last: in this process, in a file
 * under DATA_DIR, and in Redis where there is one. Each may be missing; the latest moment of all counts.
 */
export class SeenMemory {
  private readonly ofProcess = new Map<string, number>();
  private readonly file: string;
  /** Why the file cannot be used, once an attempt has failed. */
  problem: string | null = null;

  constructor(
    private readonly dataDir: string,
    private readonly shared: Pick<SharedMarks, 'highest' | 'raise'>,
  ) {
    this.file = join(dataDir, 'database-seen.json');
  }

  /**
   * To be asked before the database is: what is written here was read from it, so that a database that is as it
   * should be is never behind.
   */
  async recall(name: string | null): Promise<Remembered> {
    const inFile = await this.read();
    const shared = name === null ? null : await this.shared.highest(name);
    const known = [shared, this.ofProcess.get(name ?? ''), inFile[name ?? '']];
    const latest = Math.max(...known.map((seen) => seen ?? 0));
    const names = [...this.ofProcess.keys(), ...Object.keys(inFile)];
    return { seenAt: latest > 0 ? new Date(latest) : null, others: names.some((other) => other !== name) };
  }

  async remember(name: string, seenAt: Date): Promise<void> {
    const seen = seenAt.getTime();
    this.ofProcess.set(name, Math.max(seen, this.ofProcess.get(name) ?? 0));
    await this.shared.raise(name, seen);
    const before = await this.read();
    const all = { ...before, [name]: Math.max(seen, before[name] ?? 0) };
    const latest = Object.entries(all).sort(([, a], [, b]) => b - a);
    await this.write(Object.fromEntries(latest.slice(0, MAX_NAMES)));
  }

  /** Moments by name, in milliseconds; nothing where there is no file that can be read. */
  private async read(): Promise<Record<string, number>> {
    try {
      const parsed = JSON.parse(await readFile(this.file, 'utf8')) as Record<string, unknown>;
      return Object.fromEntries(
        Object.entries(parsed).flatMap(([name, seen]) => {
          const time = typeof seen === 'string' ? Date.parse(seen) : NaN;
          return Number.isNaN(time) ? [] : [[name, time]];
        }),
      );
    } catch {
      return {};
    }
  }

  /** Several processes may write at once: each replaces the file as a whole, and the next one brings it up to date. */
  private async write(all: Record<string, number>): Promise<void> {
    const shown = Object.fromEntries(
      Object.entries(all).map(([name, seen]) => [name, new Date(seen).toISOString()]),
    );
    const draft = `${this.file}.${randomUUID()}`;
    try {
      await mkdir(this.dataDir, { recursive: true });
      await writeFile(draft, `${JSON.stringify(shown, null, 2)}\n`, { mode: 0o600 });
      await rename(draft, this.file);
      this.problem = null;
    } catch (error) {
      this.problem = (error as Error).message;
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }
}
