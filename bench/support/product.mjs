import { DataSource } from 'typeorm';
import { createApp } from '../../dist/src/app/app.js';
import { readConfig } from '../../dist/src/config/config.js';
import { rowsOf } from '../../dist/src/database/rows.js';
import { ApiTokens } from '../../dist/src/http/tokens/api-tokens.service.js';
import { ListsService } from '../../dist/src/lists/lists.service.js';
import { LettersService } from '../../dist/src/letters/letters.service.js';
import { waveInput } from '../../dist/src/waves/planning/wave.schema.js';
import { WaveSender } from '../../dist/src/ledger/sending/wave-sender.js';
import { WaveStarter } from '../../dist/src/waves/wave-starter.js';
import { WaveScheduling } from '../../dist/src/waves/planning/wave-scheduling.service.js';
import { EnrolmentsService } from '../../dist/src/participants/enrolment/enrolments.service.js';
import { PersonalLinks } from '../../dist/src/participants/personal-links.js';
import { Bells } from '../../dist/src/queue/bells.js';
import { surveyInput } from '../../dist/src/surveys/survey.schema.js';
import { SurveysService } from '../../dist/src/surveys/surveys.service.js';

/**
 * The product in this process, spoken to through its own services. Its bells do not ring, so that a
 * bench decides which process does what, and when.
 */
export async function startProduct(env) {
  const config = readConfig(env);
  const { databaseUrl, secretKeys } = config;
  const app = await createApp({ ...config, databaseUrl, secretKeys });
  const the = (service) => app.get(service, { strict: false });
  the(Bells).ring = () => Promise.resolve();
  const database = the(DataSource);

  return {
    /** A list of invented people at fifty invented mail providers. */
    async makeList(people) {
      const list = await the(ListsService).create('Newsletter');
      await rowsOf(
        database,
        `INSERT INTO subscribers (list_id, email, email_key, name, salutation, language, created_at, updated_at)
         SELECT $1, email, email, 'Vorname Nachname' || n, CASE n % 2 WHEN 0 THEN 'Frau' ELSE 'Herr' END, 'de', now(), now()
         FROM generate_series(1, $2::int) n, format('person%s@anbieter%s.test', n, n % 50) email`,
        [list.id, people],
      );
      return list.id;
    },

    /** A published survey to which a list is enrolled. */
    async makeSurvey(
      listId,
      questionnaire = { elements: [{ type: 'text', name: 'wish', title: 'Ihr Wunsch' }] },
    ) {
      const surveys = the(SurveysService);
      const survey = await surveys.create(
        surveyInput.parse({
          title: 'Was erwarten Sie von uns?',
          languages: ['de'],
          closesAt: '2099-11-12T23:59',
          timeZone: 'Europe/Berlin',
          sendingWindow: null,
          privacy: 'identified',
          sender: {
            name: 'Netzwerkbüro',
            email: 'buero@netzwerk.test',
            address: 'Musterweg 1, 12345 Musterstadt',
          },
          questionnaire,
        }),
      );
      await surveys.publish(survey.id);
      await the(EnrolmentsService).enrol(survey.id, { listId });
      return survey.id;
    },

    /** A token of the API. */
    makeToken: () => the(ApiTokens).create('bench'),

    /** Everybody's personal link as a path, in the order of enrolment. */
    async linksOf(surveyId) {
      const people = await rowsOf(database, 'SELECT id FROM participants WHERE survey_id = $1 ORDER BY id', [
        surveyId,
      ]);
      const links = the(PersonalLinks);
      return people.map(({ id }) => ({ id, path: new URL(links.survey(id)).pathname }));
    },

    /** An invitation that is due now, whatever the hour. */
    async scheduleWave(surveyId, words = {}) {
      const input = waveInput.parse({
        kind: 'invitation',
        sendAt: 'now',
        ignoreWindow: true,
        ignoreGap: true,
        ignoreCanary: true,
        ...words,
      });
      return (await the(WaveScheduling).schedule(surveyId, input)).id;
    },

    planWave: (wave) => the(WaveStarter).start(wave),
    sendWave: (wave) => the(WaveSender).sendWave(wave),

    /** The invitation with its gaps, in the two shapes that a mail program and a mailer want. */
    async letterOf(surveyId, words) {
      const survey = await the(SurveysService).get(surveyId);
      const letters = the(LettersService);
      const own = { subject: null, body: null, ...words };
      const { subject, html, text } = await letters.compile(survey, 'invitation', 'de', own);
      const { sharedBytes } = await letters.prepare(survey, 'invitation', 'de', own);
      return { subject, html, text, sharedBytes };
    },

    close: () => app.close(),
  };
}
