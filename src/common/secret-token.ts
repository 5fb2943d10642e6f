import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters of base64url; anyone who has it is let in, so it is shown or sent once. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a secret token: 32 bytes of SHA-256, so that the database lets nobody in. A random token
 * cannot be guessed, so it needs no slow hash as a password does.
 */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
