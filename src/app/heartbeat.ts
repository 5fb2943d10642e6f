import { writeFileSync } from 'node:fs';

const EVERY_MS = 10_000;

/**
 * Touches a file as long as this process gets round to it, for those that watch over a worker, which
 * listens nowhere. It does not keep the process alive.
 */
export function keepHeartbeat(file: string): void {
  writeFileSync(file, '');
  setInterval(() => {
    writeFileSync(file, '');
  }, EVERY_MS).unref();
}
