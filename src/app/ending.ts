import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '../config/config.js';

/**
 * Seconds a process may take to end. A worker may have hand-overs under way, each with a mail server that
 * has up to a minute to answer; the others only finish requests.
 */
const WORKER_SECONDS = 110;
const DEFAULT_SECONDS = 20;
/** A request that has not been answered by then, as when the database hangs, loses its connection. */
const REQUEST_SECONDS = 5;

/** Both from pressing Ctrl-C once: the terminal tells npm and us, and npm tells us again. */
const REPEATED_SIGNAL_MS = 500;

const exitCodes = { SIGTERM: 143, SIGINT: 130 };

/**
 * Comes with the first SIGTERM or SIGINT, and gives its name. The second one ends the process at once.
 *
 * @param underNpm npm passes on what its process group may have heard already: twice within a moment is once
 */
export function askedToEnd(underNpm: boolean, log: LoggerService): Promise<string> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const onSignal = (signal: 'SIGTERM' | 'SIGINT'): void => {
      const sinceThen = askedAt === undefined ? undefined : performance.now() - askedAt;
      if (sinceThen === undefined) {
        askedAt = performance.now();
        resolve(signal);
        return;
      }
      if (underNpm && sinceThen < REPEATED_SIGNAL_MS) return;
      log.warn({ event: 'process.ended-at-once', signal }, 'Process');
      process.exit(exitCodes[signal]);
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

/**
 * Closes what was started, in good order. What does not close in its time ends with the process, whose
 * exit code then is 1: whatever was under way is found by the sweeps of another process, as after a crash.
 *
 * @param release what lies under the application, closed last
 */
export async function endInTime(
  app: NestFastifyApplication | undefined,
  release: () => Promise<void>,
  roles: readonly Role[],
  log: LoggerService,
): Promise<void> {
  const seconds = roles.includes('worker') ? WORKER_SECONDS : DEFAULT_SECONDS;
  const deadline = setTimeout(() => {
    log.error({ event: 'process.not-ended-in-time', seconds }, 'Process');
    process.exit(1);
  }, seconds * 1000);
  try {
    try {
      if (app) await closeWithin(app);
    } finally {
      await release();
    }
  } finally {
    clearTimeout(deadline);
  }
}

async function closeWithin(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const impatience = setTimeout(() => {
    server.closeAllConnections();
  }, REQUEST_SECONDS * 1000);
  try {
    await app.close();
  } finally {
    clearTimeout(impatience);
  }
}
