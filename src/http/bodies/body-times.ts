import type { IncomingMessage } from 'node:http';
import { RequestTimeoutException } from '@nestjs/common';

/** How long clients may take to send; all in milliseconds but the pace. */
export interface BodyTimes {
  /** For a form or JSON, in all. */
  wholeMs: number;
  /** How long an upload may send nothing; it may take longer in total as long as it keeps the pace. */
  timeoutMs: number;
  bytesPerSecond: number;
  /** How long the rest of a body is discarded after the answer was sent. */
  lingerMs: number;
}

export const BODY_TIMES = Symbol('body times');

/** 512 MB at the slowest pace take days and are taken in; a byte every few seconds is not. */
export const usualBodyTimes: BodyTimes = {
  wholeMs: 60_000,
  timeoutMs: 30_000,
  bytesPerSecond: 1024,
  lingerMs: 10_000,
};

/**
 * Aborts an upload that is slower than the pace: every byte buys time to wait for the next one, at most twice
 * the patience. While we do not read, because the database is slow, no time passes.
 */
export function watchPace(request: IncomingMessage, times: BodyTimes): void {
  const { timeoutMs, bytesPerSecond } = times;
  const tickMs = Math.max(10, Math.min(1000, timeoutMs / 10));
  let left = timeoutMs;
  let seen = request.socket.bytesRead;
  const timer = setInterval(() => {
    const { bytesRead } = request.socket;
    left = Math.min(left + ((bytesRead - seen) / bytesPerSecond) * 1000, 2 * timeoutMs);
    seen = bytesRead;
    if (request.readableLength === 0) left -= tickMs;
    if (left < 0) request.destroy(new BodyTooSlow());
  }, tickMs);
  timer.unref();
  const stop = () => {
    clearInterval(timer);
  };
  request.once('end', stop).once('close', stop);
}

export class BodyTooSlow extends RequestTimeoutException {
  constructor() {
    super('The body came too slowly.');
  }
}
