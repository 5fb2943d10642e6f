import { createHmac, hkdfSync } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, which are misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = 4;

/**
 * What stands for a person where nobody is to see the person: codes of pseudonymous responses, and the seed
 * that random orders are drawn from. Both are HMAC-SHA-256 over the participant's id under keys of their
 * own (HKDF, RFC 5869): without the secret nobody finds the person to a code or the code to a person, and
 * neither leads to the other or to a link.
 */
export class Pseudonyms {
  private readonly codeKeys: readonly Buffer[];
  private readonly seedKey: Buffer;
  private readonly textKey: Buffer;

  /** @param secrets the present secret first, then earlier ones whose codes are still found; at least one */
  constructor(secrets: readonly string[]) {
    const [present] = secrets;
    if (present === undefined) throw new Error('no secret to make codes with');
    this.codeKeys = secrets.map((secret) => keyFor(secret, 'pseudonym'));
    this.seedKey = keyFor(present, 'order');
    this.textKey = keyFor(present, 'text-order');
  }

  /** Codes of one person such as `7Q4M-2XDT-9RBA-F3HC`, 80 bits each: the present one first, then those of earlier secrets. */
  codesOf(participant: string): string[] {
    return this.codeKeys.map((key) => inGroups(digest(key, participant)));
  }

  /** The same for one person at every visit. */
  seedOf(participant: string): string {
    return digest(this.seedKey, participant).subarray(0, 12).toString('base64url');
  }

  /** 32 bytes that put the free texts of one survey into an order nobody else can reconstruct. */
  orderKeyOf(survey: string): Buffer {
    return digest(this.textKey, survey);
  }
}

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `ruecklauf/${purpose}`, 32));
}

function digest(key: Buffer, participant: string): Buffer {
  return createHmac('sha256', key).update(participant).digest();
}

/** One letter for each byte, of which five bits are taken. */
function inGroups(bytes: Buffer): string {
  let code = '';
  for (const [place, byte] of bytes.subarray(0, LENGTH).entries()) {
    if (place > 0 && place % GROUP === 0) code += '-';
    code += LETTERS.charAt(byte % LETTERS.length);
  }
  return code;
}
