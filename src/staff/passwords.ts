import { hash, verify } from '@node-rs/argon2';
import { type Problem } from '../common/errors.js';
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
const REASONS: Record<Guessable, string> = {
  common: 'is too easy to guess: it is one of the passwords that are tried first, or close to one',
  word: 'is too easy to guess: it is a single word or name with little added',
  keyboard: 'is too easy to guess: its characters lie side by side on the keyboard or count on',
  repeated: 'is too easy to guess: it repeats itself',
  date: 'is too easy to guess: it is a date',
  own: 'is too easy to guess: it is made from your address, your name or what is done here',
};

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
  if (length < SHORTEST) return { path: 'password', message: `must have at least ${SHORTEST} characters` };
  if (length > LONGEST) return { path: 'password', message: `must have at most ${LONGEST} characters` };

  const reason = whyGuessable(text, [email, name]);
  return reason && { path: 'password', message: REASONS[reason] };
}
