import { type TextCode } from '../../common/coded-text.js';
import { hash, verify } from '@node-rs/argon2';
import { type Problem, problem } from '../../common/errors.js';
import { HashingQueue } from './hashing-queue.js';
import { type Guessable, whyGuessable } from './guessable-password.js';

/** OWASP's first recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 8;
const LONGEST = 200;

const hashing = new HashingQueue();

/**
 * A password as it is stored: PHC string with its own salt and cost.
 *
 * @throws Busy where too many are being hashed
 */
export function hashPassword(password: string): Promise<string> {
  return hashing.run(() => hash(password.normalize('NFKC'), COST));
}

/**
 * Whether this is the password that was hashed. Takes as long for a wrong one as for the right one.
 *
 * @param isKnown on a device that has signed in before, which goes first
 * @throws Busy where too many are being hashed
 */
export function isPassword(stored: string, password: string, isKnown = false): Promise<boolean> {
  return hashing.run(() => verify(stored, password.normalize('NFKC')), isKnown);
}

/** Said with the refusal, so that the next try is a better one. */
const REASONS = {
  common: 'password.common',
  word: 'password.word',
  keyboard: 'password.keyboard',
  repeated: 'password.repeated',
  date: 'password.date',
  own: 'password.own',
} as const satisfies Record<Guessable, TextCode>;

/**
 * Why this cannot be somebody's password, or null if it can. Length and a list of what is guessed first
 * decide; there are no rules about kinds of characters (NIST SP 800-63B, section 3.1.1.2).
 *
 * @param email of the account
 * @param name of the person, where it is known
 */
export function problemOfPassword(password: string, email: string, name = ''): Problem | null {
  const text = password.normalize('NFKC');
  const length = Array.from(text).length;
  if (length < SHORTEST) return problem('password', 'password.too_short', { least: SHORTEST });
  if (length > LONGEST) return problem('password', 'password.too_long', { most: LONGEST });

  const reason = whyGuessable(text, [email, name]);
  return reason && problem('password', REASONS[reason]);
}
