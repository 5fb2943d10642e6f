import type { FastifyInstance, FastifyReply } from 'fastify';

/** For answers that are no page: whatever a browser makes of them, it loads and runs nothing. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const NO_DEVICES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

const DEFAULTS: Readonly<Record<string, string>> = {
  'content-security-policy': NO_PAGE,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': NO_DEVICES,
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * What every answer carries, whatever made it: the strictest value of each header that the route itself
 * has not set (ASVS 3.4, 14.3.2).
 */
export function registerSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    setSecurityHeaders(reply);
    done(null, payload);
  });
}

/** The same for answers that no hook sees. */
export function setSecurityHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (!reply.hasHeader(name)) void reply.header(name, value);
  }
  const policy = String(reply.getHeader('content-security-policy'));
  void reply.header('x-frame-options', policy.includes("frame-ancestors 'none'") ? 'DENY' : 'SAMEORIGIN');
}
