import { hash, verify } from '@node-rs/argon2';
import { type Problem } from '../common/errors.js';

/** OWASP's first recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 8;
const LONGEST = 200;

/** What people type when asked for eight characters; compared without case, digits and punctuation at the end. */
const COMMON = new Set(
  (
    'password passwort kennwort passw0rd p@ssword qwertz qwerty qwertzui qwertyui qwertyuiop qwertzuiop asdfghjk ' +
    'iloveyou ichliebedich sunshine princess football fussball baseball superman dragon monkey letmein welcome ' +
    'willkommen admin administrator schalke borussia bayern abcdefgh abcdefghi changeme geheim geheimnis ' +
    'hallohallo hallo computer internet sommer winter frühling herbst ruecklauf rücklauf umfrage test testtest'
  ).split(' '),
);

/** A password as it is stored: PHC string with its own salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Whether this is the password that was hashed. Takes as long for a wrong one as for the right one. */
export async function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'));
}

/** Why this cannot be somebody's password, or null if it can. No rules about kinds of characters (NIST SP 800-63B). */
export function problemOfPassword(password: string, email: string): Problem | null {
  const length = Array.from(password).length;
  if (length < SHORTEST) return { path: 'password', message: `must have at least ${SHORTEST} characters` };
  if (length > LONGEST) return { path: 'password', message: `must have at most ${LONGEST} characters` };

  const bare = password.toLowerCase();
  const stem = bare.replace(/[\d\W_]+$/u, '');
  const oneCharacter = new Set(bare).size <= 2;
  const counting = '01234567890123456789'.includes(bare) || '98765432109876543210'.includes(bare);
  if (oneCharacter || counting || COMMON.has(stem) || COMMON.has(bare) || bare === email.toLowerCase()) {
    return { path: 'password', message: 'is too easy to guess' };
  }
  return null;
}
