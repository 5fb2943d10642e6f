import { hkdfSync } from 'node:crypto';

/** Tells one SECRET_KEY from another without saying anything about it: 64 bits derived by HKDF (RFC 5869). */
export function secretMark([present = '']: readonly string[]): string {
  return Buffer.from(hkdfSync('sha256', present, '', 'ruecklauf/backup-mark', 8)).toString('hex');
}
