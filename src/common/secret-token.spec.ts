import { expect, test } from '@jest/globals';
import { hashOfToken, newSecretToken } from './secret-token.js';

test('a token is 256 bits long and new each time', () => {
  const tokens = Array.from({ length: 100 }, newSecretToken);
  expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
  expect(new Set(tokens).size).toBe(100);
});

test('what is stored of a token is its SHA-256, as earlier databases have it', () => {
  expect(hashOfToken('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
