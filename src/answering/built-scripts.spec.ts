import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { assetsFolder } from '../common/assets.js';

const built = (name: string) => readFileSync(join(assetsFolder, 'built', name));

describe('the scripts of a page', () => {
  test('weigh less than 10 KB where nothing on the page depends on its answers', () => {
    expect(built('survey.js').length).toBeLessThan(10 * 1024);
  });

  test('weigh less than 10 KB on the way where something does', () => {
    expect(brotliCompressSync(built('survey-conditions.js')).length).toBeLessThan(10 * 1024);
  });

  test('run on phones of 2018', () => {
    for (const name of ['survey.js', 'survey-conditions.js'])
      expect(built(name).toString()).not.toMatch(
        /\?\?|\?\.[a-z(]|\.replaceAll\(|\.at\(|Object\.hasOwn\(|\.toSorted\(|\.findLast\(/,
      );
  });
});
