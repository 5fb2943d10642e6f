import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { assetsFolder } from '../common/assets.js';
import { readLss } from './read-lss.js';

const { title, languages, questionnaire, report } = readLss(
  readFileSync(join(assetsFolder, '../samples/limesurvey-vereinsbefragung.lss')),
);
test('x', () => {
  console.log(JSON.stringify({ title, languages, questionnaire, report }, null, 1));
  expect(1).toBe(1);
});
