import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { packWords, unpackWords } from './packed-words.js';

const none = {};

describe('words in an address', () => {
  test('come out as they went in', () => {
    const words = {
      de: { subject: 'Noch eine Woche: {{surveyTitle}}', body: '{{greeting}},\n\nschöne Grüße' },
      en: { subject: 'One more week' },
    };
    expect(unpackWords(packWords(words))).toEqual(words);
    expect(unpackWords(packWords(none))).toEqual(none);
  });

  test('of the greatest length still fit into an address of 16 KB', () => {
    const body = Array.from(
      { length: 400 },
      (_, n) => `Absatz ${n}: Wir möchten wissen, was Sie erwarten.`,
    ).join('\n');
    expect(packWords({ de: { body: body.slice(0, 20_000) } }).length).toBeLessThan(12_000);
  });

  test.each([undefined, '', 'kein deflate', ['a'], deflateRawSync(Buffer.alloc(1e6)).toString('base64url')])(
    'are none when they are not ours',
    (packed) => {
      expect(unpackWords(packed)).toEqual(none);
    },
  );
});
