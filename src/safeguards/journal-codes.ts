import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CODE_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * How people are named in the journal: by a code, 128 bits of HMAC-SHA-256 over their address, so that
 * somebody who was erased cannot be read from it, and only found again by who has the address and the secret.
 * Suppressed addresses, which are kept anyway, are sealed with AES-256-GCM. Keys come from the secrets by
 * HKDF (RFC 5869); the first secret writes, all of them read.
 */
export class JournalCodes {
  private readonly codeKeys: readonly Buffer[];
  private readonly sealKeys: readonly Buffer[];

  /** @param secrets the present secret first; at least one */
  constructor(secrets: readonly string[]) {
    this.codeKeys = secrets.map((secret) => keyFor(secret, 'journal-code'));
    this.sealKeys = secrets.map((secret) => keyFor(secret, 'journal-seal'));
  }

  /** Codes of an address: the present secret's first. */
  codesOf(emailKey: string): string[] {
    return this.codeKeys.map((key) =>
      createHmac('sha256', key).update(emailKey).digest().subarray(0, CODE_BYTES).toString('base64url'),
    );
  }

  codeOf(emailKey: string): string {
    const [code] = this.codesOf(emailKey);
    if (code === undefined) throw new Error('no secret to make codes with');
    return code;
  }

  seal(emailKey: string): string {
    const [key] = this.sealKeys;
    if (!key) throw new Error('no secret to seal with');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([cipher.update(emailKey, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** What was sealed; null if no secret decrypts it. */
  unseal(text: string): string | null {
    const bytes = Buffer.from(text, 'base64url');
    for (const key of this.sealKeys) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([opened, decipher.final()]).toString('utf8');
      } catch {
        // Encrypted with another secret, or not by us.
      }
    }
    return null;
  }
}

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `ruecklauf/${purpose}`, 32));
}
