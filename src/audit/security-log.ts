import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What may be somebody trying doors; each is told in the log as it happens. */
export type SecurityEvent =
  | 'sign_in.failed'
  | 'sign_in.throttled'
  | 'sign_in.locked'
  | 'token.refused'
  | 'origin.refused'
  | 'link.refused';

const log = new Logger('security');

/**
 * Tells the log of a refusal: what, on which route (the pattern, never the address with its tokens); the
 * log adds the time. Neither who it is nor where they are is written down.
 *
 * @param details ids and codes alone
 */
export function logSecurityEvent(
  event: SecurityEvent,
  request: Pick<FastifyRequest, 'method' | 'routeOptions'>,
  details: Readonly<Record<string, string | number | null>> = {},
): void {
  log.warn({ event, method: request.method, route: request.routeOptions.url ?? null, ...details });
}
