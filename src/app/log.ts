import { hostname } from 'node:os';
import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Where Nest tells of its own start, route by route: of interest only when that is what one looks into. */
const framework = new Set<unknown>([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/**
 * Nest's log through pino: one JSON line per event with its ids. What is logged names events, never
 * people: addresses, links and answers have no place in it (P10).
 */
export class EventLog implements LoggerService {
  private readonly pino: Logger;

  /** @param roles of this process, named in each line beside its id and its machine */
  constructor(level: string, roles: readonly string[]) {
    const base = { pid: process.pid, host: hostname(), role: roles.join(',') };
    this.pino = pino({ level, base, timestamp: pino.stdTimeFunctions.isoTime });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(framework.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** The last of the rest is the context; Nest puts an error's stack before it. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    const event = typeof message === 'object' && message !== null ? message : { event: String(message) };
    this.pino[level]({ context, ...event, ...(stack === undefined ? {} : { stack }) });
  }
}
