import { textOf } from '../../common/coded-text.js';
import { describe, expect, test } from '@jest/globals';
import { hashPassword, isPassword, problemOfPassword } from './passwords.js';

/** Frequent ones and what people make of them, German and English. */
const COMMON = (
  'Passwort123! 12345678 aaaaaaaaaa qwertz2027 deutschland starwars trustno1 1q2w3e4r p@ssw0rd sonnenschein ' +
  'Sonnenschein1! passwort123 qwertzuiop schalke04 borussia09 fcbayern1900 hamburg1 berlin2024 Sommer2024! ' +
  'Winter2025 Frühling2026 87654321 11111111 abcd1234 iloveyou ichliebedich password1 Password1! P@ssw0rd1 ' +
  'welcome1 Willkommen1 letmein1 monkey123 dragon123 football baseball superman batman123 master123 princess ' +
  'sunshine whatever computer internet michelle jennifer jordan23 charlie1 asdfghjkl asdf1234 qwer1234 ' +
  '1qaz2wsx zaq12wsx q1w2e3r4 yxcvbnm1 hallo123 hallo1234 schatz123 geheim123 arschloch passw0rt kennwort1 ' +
  'dortmund1 fussball1 qwertz123 qwerty123 abc12345 a1b2c3d4 00000000 abcabcabc admin123 administrator ' +
  'changeme changeme123 default1 test1234 testtest gast1234 muenchen1 München1 köln1234 bundesliga fernsehen ' +
  'passwordpassword 19841984 01011990 trustn01 st@rw4rs s0nn3nsch31n mustang1 corvette access14 nirvana1 ' +
  'Pa$$w0rd PASSWORT !qaz2wsx 1q2w3e4r5t 123qweasd 123abc456 password123456 liverpool christian sebastian ' +
  'staff@example.org'
).split(' ');

function reasonAgainst(...given: Parameters<typeof problemOfPassword>): string {
  const problem = problemOfPassword(...given);
  return problem ? textOf(problem, 'en') : '';
}

describe('a password', () => {
  test('is stored as argon2id with at least 19 MiB and two passes', async () => {
    const stored = await hashPassword('vier Tische am Rhein');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('is recognised again, also when its letters were composed otherwise', async () => {
    const stored = await hashPassword('Brücke über die Ruhr');
    expect(await isPassword(stored, 'Bru\u0308cke u\u0308ber die Ruhr')).toBe(true);
    expect(await isPassword(stored, 'Brücke über die Lippe')).toBe(false);
  });

  test.each(COMMON)('is refused where it is among the first that are tried: %s', (password) => {
    expect(reasonAgainst(password, 'staff@example.org')).toMatch(/^is too easy to guess/);
  });

  test.each([
    ['1234567', 'must have at least 8 characters'],
    ['ä'.repeat(201), 'must have at most 200 characters'],
    ['anna.berg27', 'your address, your name'],
    ['Musterstadt2027', 'your address, your name'],
    ['Annegret1!', 'your address, your name'],
    ['Rücklauf2027', 'what is done here'],
    ['Umfrage!!', 'what is done here'],
    ['zuiopü+98', 'side by side on the keyboard'],
    ['xyxyxyxyxyxy', 'repeats itself'],
    ['24.12.1985', 'is a date'],
    ['Schneewittchen7', 'a single word'],
  ])('is refused with what is wrong with it: %s', (password, reason) => {
    expect(reasonAgainst(password, 'anna.berg@musterstadt.test', 'Annegret Berg')).toContain(reason);
  });

  test.each([
    'vier Tische am Rhein',
    'x7-quitte-lampe',
    'gN4tr8Lq',
    'Zwölf Bücher, kein Regal',
    'hY7!kk2pQz',
    'kqz7f-2mnpa-xw8ct-r4hjd',
    `über ${'Brücken und Flüsse, '.repeat(9)}`,
  ])('is taken: %s', (password) => {
    expect(problemOfPassword(password, 'staff@example.org')).toBeNull();
  });

  test('of two hundred hostile characters is checked as fast as one of thirty-two', () => {
    const hostile = 'p@$5w0rd1q2w3e4r'.repeat(13).slice(0, 200);
    expect(problemOfPassword(hostile, 'staff@example.org')).toEqual(
      problemOfPassword(hostile.slice(0, 32), 'staff@example.org'),
    );
  });
});
