import type { FastifyReply } from 'fastify';

/** A letter is in a frame that may do nothing but look as it was designed. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'";

/** Sends a designed letter alone, for the frame of a preview. */
export function sendLetter(reply: FastifyReply, html: string): void {
  void reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': LETTER_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .send(html);
}
