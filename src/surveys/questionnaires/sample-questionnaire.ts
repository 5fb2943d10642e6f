import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assetsFolder } from '../../common/assets.js';

/** The questionnaire of the sample campaign, to begin a new survey with. */
export function sampleQuestionnaire(): Record<string, unknown> {
  const file = join(dirname(assetsFolder), 'samples', 'staedtepartnerschaften-nrw.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}
