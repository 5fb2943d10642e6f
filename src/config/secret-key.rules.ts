const SHORTEST = 16;
/** So few characters that nobody could foresee from those before are no secret. */
const FEWEST_UNFORESEEN = 6;
const FEWEST_DIFFERENT = 6;

/** Secrets that come from examples, are typed in a hurry, or lies side by side on the keyboard. */
const WELL_KNOWN = (
  'change changeme changethis replace replaceme please secret secretkey supersecret verysecret mysecret yoursecret ' +
  'password passwort passw0rd kennwort geheim geheimnis sehrgeheim schluessel schlüssel default example beispiel insecure ' +
  'develop development production staging testing test dummy sample todo placeholder ruecklauf rücklauf umfrage ' +
  'signingkey sessionkey token admin administrator django insecure correct horse battery staple lorem ipsum ' +
  'qwertzuiop qwertyuiop asdfghjkl yxcvbnm zxcvbnm qwertz qwerty qazwsx asdf key'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/**
 * What is wrong with a secret that links and sessions are signed with, or null. Length alone is no
 * protection: anyone who guesses it can open every personal link.
 */
export function problemOfSecretKey(secret: string): string | null {
  if (secret.length < SHORTEST) return `must have at least ${SHORTEST} characters; ${REMEDY}`;
  if (/openssl\s+rand/i.test(secret))
    return `is the command that makes a secret, not what it prints; ${REMEDY}`;
  if (repeatsItself(secret)) return `must not repeat itself; ${REMEDY}`;
  if (new Set(secret).size < FEWEST_DIFFERENT || unforeseen(secret) < FEWEST_UNFORESEEN)
    return `is easy to guess; ${REMEDY}`;
  return null;
}

const REMEDY = 'make one with: openssl rand -hex 32';

/** Whether it is a part shorter than a secret, again and again, the last time perhaps cut off. */
function repeatsItself(text: string): boolean {
  for (let length = 1; length < SHORTEST && length <= text.length / 2; length += 1) {
    const part = text.slice(0, length);
    if (text === part.repeat(Math.ceil(text.length / length)).slice(0, text.length)) return true;
  }
  return false;
}

/** Characters that are neither of a well-known word nor next to the one before (`aaaa`, `1234`, `fedc`). */
function unforeseen(text: string): number {
  let rest = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (const word of WELL_KNOWN) rest = rest.replaceAll(word, '');
  return Array.from(rest).filter(
    (character, at) => at === 0 || Math.abs((character.codePointAt(0) ?? 0) - rest.charCodeAt(at - 1)) > 1,
  ).length;
}
