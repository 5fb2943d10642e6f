import { expect, test } from '@jest/globals';
import { JournalCodes } from './journal-codes.js';

const old = new JournalCodes(['the secret of last year']);
const both = new JournalCodes(['the secret of this year', 'the secret of last year']);

test('a code says nothing of the address and is found again after the secret was changed', () => {
  const code = old.codeOf('anna@example.org');
  expect(code).toMatch(/^[\w-]{22}$/);
  expect(both.codesOf('anna@example.org')).toContain(code);
  expect(both.codesOf('anna@example.com')).not.toContain(code);
  expect(both.codeOf('anna@example.org')).not.toBe(code);
});

test('a sealed address opens with the secret, also an earlier one, and with no other', () => {
  const sealed = old.seal('anna@example.org');
  expect(sealed).not.toBe(old.seal('anna@example.org'));
  expect(both.unseal(sealed)).toBe('anna@example.org');
  expect(new JournalCodes(['somebody else entirely']).unseal(sealed)).toBeNull();
  expect(both.unseal('AAAA')).toBeNull();
  expect(both.unseal('')).toBeNull();
});
