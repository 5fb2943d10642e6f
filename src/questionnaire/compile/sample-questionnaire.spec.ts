import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { assetsFolder } from '../../common/assets.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import { questionsOf } from '../plan/questionnaire-plan.js';

const json: unknown = JSON.parse(
  readFileSync(join(assetsFolder, '../samples/staedtepartnerschaften-nrw.json'), 'utf8'),
);

test('the model survey asks about ten questions over three pages in a few minutes', () => {
  const plan = compileQuestionnaire(json, ['de', 'en'], { privacy: 'identified' });
  expect(plan.pages).toHaveLength(3);
  expect(questionsOf(plan)).toHaveLength(11);
  expect(plan.estimatedMinutes).toBeGreaterThanOrEqual(3);
  expect(plan.estimatedMinutes).toBeLessThanOrEqual(6);
  const inGermanOnly = /\{"de":"[^"]*"\}/;
  expect(JSON.stringify(plan)).not.toMatch(inGermanOnly);
});
