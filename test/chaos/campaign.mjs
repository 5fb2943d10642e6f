import { setTimeout as sleep } from 'node:timers/promises';
import { callApi } from './http-client.mjs';

const questionnaire = { pages: [{ elements: [{ type: 'text', name: 'wish', title: 'Ihr Wunsch' }] }] };

/** One survey with people of its own: an invitation and reminders, one after the other. */
export class Campaign {
  /** The participant whose mail was last seen on its way. */
  front = 0;
  /** Kind of the wave that is running. @type {string | null} */
  running = null;
  /** Participant ids in the order in which they are written to. @type {string[]} */
  participants = [];

  /**
   * @param {import('./chaos.mjs').Run} run
   * @param {number} number
   */
  constructor(run, number) {
    this.run = run;
    this.number = number;
  }

  /** Lists, people and survey are made in peace; only what follows is disturbed. */
  async prepare(/** @type {number} */ people) {
    const { ledger } = this.run;
    const list = await this.api('POST', '/lists', { name: `Verteiler ${this.number}` });
    await ledger.rows(
      `INSERT INTO subscribers (list_id, email, email_key, name, created_at, updated_at)
       SELECT $1, address, address, 'Person ' || n, now(), now()
       FROM (SELECT n, 'p' || n || '@c' || $2::text || '.d' || n % 8 || '.leser.test' AS address
             FROM generate_series(0, $3::int - 1) n) people ORDER BY n`,
      [list.id, String(this.number), people],
    );
    const survey = await this.api('POST', '/surveys', {
      title: 'Was erwarten Sie von uns?',
      languages: ['de'],
      closesAt: '2099-11-12T23:59',
      timeZone: 'Europe/Berlin',
      sendingWindow: null,
      mostReminders: 10,
      privacy: 'identified',
      sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
      questionnaire,
    });
    this.survey = survey.id;
    await this.api('POST', `/surveys/${survey.id}/publish`);
    const { enrolled } = await this.api('POST', `/surveys/${survey.id}/participants`, { listId: list.id });
    if (enrolled !== people) throw new Error(`${enrolled} of ${people} people enrolled`);
    const rows = await ledger.rows('SELECT id FROM participants WHERE survey_id = $1 ORDER BY id', [
      survey.id,
    ]);
    this.participants = rows.map((row) => row.id);
  }

  api(method, path, body) {
    return callApi(this.run.base, this.run.token, method, path, body);
  }

  /** An invitation and so many reminders, each when the one before is through. */
  async send(/** @type {number} */ reminders) {
    for (let wave = 0; wave <= reminders && !this.run.givenUp; wave += 1) {
      this.front = 0;
      this.running = wave === 0 ? 'invitation' : 'reminder';
      const { raceRate } = this.run.options;
      if (raceRate && this.running === 'reminder') await this.api('PATCH', '/paces', { rate: raceRate });
      await this.schedule(wave);
      await this.through();
    }
    this.running = null;
  }

  /** A request that broke may have been carried out: looking comes before asking again. */
  async schedule(/** @type {number} */ earlier) {
    for (;;) {
      const { items } = await this.api('GET', `/surveys/${this.survey}/waves`);
      this.wave = items.find((wave) => Number(wave.id) > Number(this.wave ?? 0))?.id ?? this.wave;
      if (items.length > earlier) return;
      await this.api('POST', `/surveys/${this.survey}/waves`, {
        kind: this.running,
        sendAt: 'now',
        ignoreGap: true,
        ignoreWindow: true,
        ignoreCanary: true,
      }).catch(() => sleep(200));
    }
  }

  /** Finished; in a hurry also when only what the dead have left is under way. */
  async through() {
    while (!this.run.givenUp) {
      const wave = (await this.run.ledger.waves()).find((row) => row.id === this.wave);
      if (wave.state === 'finished') return;
      const onlyLeft = wave.state === 'sending' && wave.open === wave.under_way;
      if (this.run.options.hurry && onlyLeft && wave.open > 0) return;
      await sleep(500);
    }
  }

  /** Whose mail an address gets: the number behind the p. */
  static placeOf(/** @type {string} */ address) {
    const found = /^p(\d+)@c(\d+)\./.exec(address);
    return { campaign: Number(found?.[2]), index: Number(found?.[1]) };
  }
}
