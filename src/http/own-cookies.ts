import { hkdfSync } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether people reach us by https (PUBLIC_URL). */
    isReachedByHttps?: boolean;
  }
}

/** A cookie of ours, kept apart from what other hosts and plain http can write. */
export interface OwnCookie {
  name: string;
  path: string;
  /** How long the browser keeps it. */
  seconds: number;
  /** Whether it is signed, so that a changed value is ignored. */
  signed: boolean;
}

/** Language of the pages staff read. */
export const LANGUAGE_COOKIE: OwnCookie = { name: 'lang', path: '/', seconds: 365 * 86_400, signed: false };

/** @param secrets the present secret first, then earlier ones still accepted */
export async function registerCookies(
  fastify: FastifyInstance,
  { publicUrl, secretKeys }: { publicUrl: string; secretKeys: readonly string[] },
): Promise<void> {
  const keys = secretKeys.map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, '', 'ruecklauf/cookie', 32)),
  );
  fastify.decorate('isReachedByHttps', publicUrl.startsWith('https:'));
  await fastify.register(fastifyCookie, { secret: keys });
}

/** What a cookie of ours says; undefined if there is none, or where somebody else wrote a signed one. */
export function readCookie(request: FastifyRequest, cookie: OwnCookie): string | undefined {
  const given = request.cookies[nameOf(request.server, cookie)];
  if (given === undefined || !cookie.signed) return given;
  const { valid, value } = request.unsignCookie(given);
  // The name is part of what is signed, so that one cookie's value is worthless in another.
  const own = `${cookie.name}:`;
  return valid && value.startsWith(own) ? value.slice(own.length) : undefined;
}

export function writeCookie(reply: FastifyReply, cookie: OwnCookie, value: string): void {
  const name = nameOf(reply.server, cookie);
  const text = cookie.signed ? reply.signCookie(`${cookie.name}:${value}`) : value;
  void reply.setCookie(name, text, { ...attributesOf(reply.server, cookie), maxAge: cookie.seconds });
}

export function removeCookie(reply: FastifyReply, cookie: OwnCookie): void {
  void reply.clearCookie(nameOf(reply.server, cookie), attributesOf(reply.server, cookie));
}

/** By https with a prefix that keeps others from writing it (RFC 6265bis, section 4.1.3). */
function nameOf({ isReachedByHttps }: FastifyInstance, { name, path }: OwnCookie): string {
  if (!isReachedByHttps) return name;
  return path === '/' ? `__Host-${name}` : `__Secure-${name}`;
}

function attributesOf({ isReachedByHttps = false }: FastifyInstance, { path }: OwnCookie) {
  return { path, httpOnly: true, sameSite: 'lax', secure: isReachedByHttps } as const;
}
