import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { assetsFolder } from '../common/assets.js';
import { Clock } from '../common/clock.js';
import { localDayOf } from '../common/local-time.js';
import { rowsOf } from '../database/rows.js';
import { ImportIntake } from '../lists/imports/import-intake.js';
import { ImportService } from '../lists/imports/import.service.js';
import { ListsService } from '../lists/lists.service.js';
import { EnrolmentsService } from '../participants/enrolment/enrolments.service.js';
import { surveyInput } from '../surveys/survey.schema.js';
import { SurveysService } from '../surveys/surveys.service.js';

const ZONE = 'Europe/Berlin';

/**
 * Places the model survey and its list in an empty trial: published, with everybody enrolled, closing
 * on the next 12 November, so that sending it takes two clicks. Does nothing where there is a survey.
 */
export async function placeSample(app: NestFastifyApplication): Promise<void> {
  const found = await rowsOf(
    app.get(DataSource),
    'SELECT 1 FROM surveys UNION ALL SELECT 1 FROM lists LIMIT 1',
  );
  if (found.length > 0) return;
  const sample = (name: string) => join(assetsFolder, '..', 'samples', name);
  const json = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(sample(name), 'utf8')) as unknown;

  const list = await app.get(ListsService).create('Newsletter Städtepartnerschaften');
  const upload = await app
    .get(ImportIntake)
    .receiveUpload(list.id, 'apply', createReadStream(sample('verteiler.csv')));
  await app.get(ImportService).run(upload.id);

  const questionnaire = (await json('staedtepartnerschaften-nrw.json')) as { title: Record<string, string> };
  const survey = await app.get(SurveysService).create(
    surveyInput.parse({
      title: questionnaire.title,
      languages: ['de', 'en'],
      closesAt: `${nextTwelfthOfNovember(app.get(Clock).now())}T23:59`,
      timeZone: ZONE,
      privacy: 'identified',
      // Anyone who tries it out at night wants to see a mail.
      sendingWindow: null,
      sender: {
        name: 'Netzwerkbüro Städtepartnerschaften NRW',
        email: 'netzwerkbuero@staedtepartnerschaften.example.org',
        address: 'Musterstraße 1, 40213 Düsseldorf',
      },
      privacyUrl: 'https://staedtepartnerschaften.example.org/datenschutz',
      imprintUrl: 'https://staedtepartnerschaften.example.org/impressum',
      questionnaire,
      letters: await json('briefe.json'),
    }),
  );
  await app.get(SurveysService).publish(survey.id);
  await app.get(EnrolmentsService).enrol(survey.id, { listId: list.id });
  new Logger('Sample').log({ event: 'sample.placed', survey: survey.id, list: list.id });
}

/** The next day of that date that is not today, `2027-11-12`. */
function nextTwelfthOfNovember(now: Date): string {
  const today = localDayOf(now, ZONE);
  const year = Number(today.slice(0, 4));
  return today < `${year}-11-12` ? `${year}-11-12` : `${year + 1}-11-12`;
}
