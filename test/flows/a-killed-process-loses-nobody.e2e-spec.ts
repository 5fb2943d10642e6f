import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Api } from '../support/api.js';
import { addToken } from '../support/api-token.js';
import { type Backend, backends, until } from '../support/app.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { MailServer } from '../support/mail-server.js';
import { type RunningProcess, startProcess } from '../support/processes.js';

const PEOPLE = 2000;
const CONNECTIONS = 10;

describe.each(backends)('kill -9 in the middle of a wave of 2,000, queue on %s', (backend: Backend) => {
  let database: TestDatabase;
  let client: pg.Client;
  let mail: MailServer;
  let env: Record<string, string>;
  let running: RunningProcess;

  beforeAll(async () => {
    database = await cloneDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    mail = await MailServer.start();
    mail.delayMs = 15;
    env = {
      DATABASE_URL: database.url,
      SMTP_URL: mail.url,
      SMTP_CONNECTIONS: String(CONNECTIONS),
      SECRET_KEY: 'a secret that is long enough for tests',
      ...(backend === 'redis' ? { REDIS_URL: `${process.env['TEST_REDIS_URL'] ?? ''}/3` } : {}),
    };
  }, 60_000);

  afterAll(async () => {
    await running.stop();
    await mail.stop();
    await client.end();
    await database.drop();
  }, 60_000);

  test('everybody has exactly one mail or is listed as uncertain, none is missing', async () => {
    running = await startProcess(env);
    const token = await addToken(client);
    const survey = await surveyWith(new Api(running.url, token));
    const api = () => new Api(running.url, token);
    const wave = (await api().post(`/surveys/${survey}/waves`, { kind: 'invitation', sendAt: 'now' })).body
      .id as string;

    for (const share of [0.3, 0.7]) {
      await until(`${share * 100} % are sent`, () => mail.received.length > PEOPLE * share, 60);
      await running.kill();
      running = await startProcess(env);
    }
    const status = async () => (await api().get(`/waves/${wave}`)).body;
    await until('the wave is finished', async () => (await status()).state === 'finished', 180);

    const { counts, total } = await status();
    expect(total).toBe(PEOPLE);
    expect(counts.accepted + counts.uncertain).toBe(PEOPLE);
    expect(counts.uncertain).toBeLessThanOrEqual(2 * CONNECTIONS);

    const perAddress = new Map<string, number>();
    for (const { to } of mail.received) perAddress.set(to.join(), (perAddress.get(to.join()) ?? 0) + 1);
    expect([...perAddress.values()].filter((mails) => mails > 1)).toEqual([]);
    const accepted = await client.query<{ email: string }>(
      `SELECT s.email FROM messages m JOIN participants p ON p.id = m.participant_id
       JOIN subscribers s ON s.id = p.subscriber_id WHERE m.wave_id = $1 AND m.state = 'accepted'`,
      [wave],
    );
    expect(accepted.rows.filter(({ email }) => !perAddress.has(email))).toEqual([]);
  }, 300_000);

  async function surveyWith(api: Api): Promise<string> {
    const list = await api.post('/lists', { name: 'Newsletter' });
    await client.query(
      `INSERT INTO subscribers (list_id, email, email_key, name, created_at, updated_at)
       SELECT $1, 'p' || n || '@leser.test', 'p' || n || '@leser.test', 'Person ' || n, now(), now() FROM generate_series(1, $2::int) n`,
      [list.body.id, PEOPLE],
    );
    const survey = await api.post('/surveys', {
      title: 'Umfrage',
      languages: ['de'],
      closesAt: '2099-11-12T23:59',
      timeZone: 'Europe/Berlin',
      // Whatever the time of day: what is killed here has to be sending.
      sendingWindow: null,
      privacy: 'identified',
      sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
      questionnaire: { elements: [{ type: 'text', name: 'wish' }] },
    });
    await api.post(`/surveys/${survey.body.id as string}/publish`);
    await api.post(`/surveys/${survey.body.id as string}/participants`, { listId: list.body.id });
    return survey.body.id as string;
  }
});
