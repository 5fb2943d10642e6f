import { createHmac, hkdfSync } from 'node:crypto';

const DAY_MS = 86_400_000;

/**
 * What is counted under, in place of addresses and names: an HMAC-SHA-256 under a key of the day (UTC), which
 * is derived from the secret (HKDF, RFC 5869) and used for nothing else. Nobody reads an address out of it, and
 * one day's keys cannot be laid beside another's.
 */
export class ThrottleKeys {
  private day = -1;
  private key = Buffer.alloc(0);

  constructor(private readonly secret: string) {}

  /** 128 bits in base64url. */
  keyOf(parts: readonly (string | number)[], now: Date): string {
    const day = Math.floor(now.getTime() / DAY_MS);
    if (day !== this.day) {
      this.key = Buffer.from(hkdfSync('sha256', this.secret, '', `ruecklauf/throttle/${day}`, 32));
      this.day = day;
    }
    return createHmac('sha256', this.key)
      .update(JSON.stringify(parts))
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  }
}
