import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a token opens. The purpose is part of what is signed, so that a token for one is worthless for another. */
export type TokenPurpose = 'participation' | 'unsubscribe' | 'return-path';

const ID_BYTES = 8;
const MAC_BYTES = 16;

/**
 * Signs row ids into links and reads them back: 8 bytes of id and 128 bits of HMAC-SHA-256 over
 * purpose and id, base64url, 32 characters. Nothing is stored, so a database dump opens no link, and
 * a forged link is turned away without a query.
 *
 * Keys are derived from the secrets by HKDF (RFC 5869), one per purpose. The first secret signs; all
 * of them are accepted, so that a secret can be changed while links are out.
 */
export class SignedTokens {
  private readonly keys: Record<TokenPurpose, Buffer[]>;

  /** @param secrets the present secret first, then earlier ones still accepted; at least one */
  constructor(secrets: readonly string[]) {
    const keysFor = (purpose: TokenPurpose): Buffer[] =>
      secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', `ruecklauf/${purpose}`, 32)));
    this.keys = {
      participation: keysFor('participation'),
      unsubscribe: keysFor('unsubscribe'),
      'return-path': keysFor('return-path'),
    };
  }

  /** @param id a positive 64-bit integer in decimal */
  sign(purpose: TokenPurpose, id: string): string {
    const key = this.keys[purpose][0];
    if (!key) throw new Error('no secret to sign with');
    const bytes = Buffer.alloc(ID_BYTES);
    bytes.writeBigUInt64BE(BigInt(id));
    return Buffer.concat([bytes, mac(key, bytes)]).toString('base64url');
  }

  /** The id that was signed, or null for anything we did not sign. Compares in constant time. */
  read(purpose: TokenPurpose, token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;

    const id = bytes.subarray(0, ID_BYTES);
    const given = bytes.subarray(ID_BYTES);
    const matches = this.keys[purpose].map((key) => timingSafeEqual(mac(key, id), given));
    return matches.includes(true) ? id.readBigUInt64BE().toString() : null;
  }
}

function mac(key: Buffer, id: Buffer): Buffer {
  return createHmac('sha256', key).update(id).digest().subarray(0, MAC_BYTES);
}
