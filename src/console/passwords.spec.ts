import { describe, expect, test } from '@jest/globals';
import { hashPassword, isPassword, problemOfPassword } from './passwords.js';

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

  test.each(['1234567', 'Passwort123!', '12345678', 'aaaaaaaaaa', 'qwertz2027', 'staff@example.org'])(
    'is refused when short or easy to guess: %s',
    (password) => {
      expect(problemOfPassword(password, 'staff@example.org')).not.toBeNull();
    },
  );

  test.each(['vier Tische am Rhein', 'x7-quitte-lampe', 'äöü '.repeat(20)])('is taken: %s', (password) => {
    expect(problemOfPassword(password, 'staff@example.org')).toBeNull();
  });
});
