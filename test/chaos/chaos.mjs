import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Campaign } from './campaign.mjs';
import { CountingServer } from './counting-server.mjs';
import { Destroyer } from './destroyer.mjs';
import { Ledger } from './ledger.mjs';
import { People } from './people.mjs';
import { randomFrom } from './random.mjs';
import { freePort, Postgres, Redis } from './servers.mjs';
import { Faults } from './smtp-faults.mjs';
import { Staff } from './staff.mjs';
import { Supervised } from './supervised.mjs';

const SECRET = 'a secret that is long enough for chaos';
const WORKERS = 2;
/** How long a run may take to come to rest after the last kill. */
const DRAIN_SECONDS = 180;

/** One run: the product as processes of its own, and everything that disturbs it. */
export class Run {
  /** @type {Campaign[]} */
  campaigns = [];
  isDisturbed = false;
  over = false;
  givenUp = false;
  nextWord = 30;
  token = `rlk_${randomBytes(32).toString('base64url')}`;
  /** What was seen to be wrong while it ran. @type {Set<string>} */
  seen = new Set();

  /** @param {import('./options.mjs').Options} options */
  constructor(options) {
    this.options = options;
    this.startedAt = performance.now();
    this.folder = mkdtempSync(join(tmpdir(), 'ruecklauf-chaos-'));
    chmodSync(this.folder, 0o755);
    const faults = new Faults(randomFrom(options.seed + 1), options.messages, options.faults);
    this.server = new CountingServer(randomFrom(options.seed + 2), faults, options);
    this.people = new People(this, randomFrom(options.seed + 3));
    this.staff = new Staff(this, randomFrom(options.seed + 4));
    this.destroyer = new Destroyer(this, randomFrom(options.seed));
  }

  /** What took how long. @type {string[]} */
  phases = [];

  phase(/** @type {string} */ name) {
    this.phases.push(`${name} at ${this.seconds().toFixed(1)} s`);
  }

  seconds() {
    return (performance.now() - this.startedAt) / 1000;
  }

  isLate() {
    return this.seconds() > this.options.seconds;
  }

  async start() {
    const { SignedTokens } = await import('../../dist/src/common/signed-token.js');
    const { ensureDatabase, migrate } = await import('../../dist/src/database/schema.js');
    this.tokens = new SignedTokens([SECRET]);
    this.postgres = await Postgres.start(this.folder);
    await ensureDatabase(this.postgres.url);
    await migrate(this.postgres.url);
    this.redis = this.options.queue === 'redis' ? await Redis.start() : null;
    await this.server.open();
    this.ledger = new Ledger(this.postgres.url);

    const env = {
      DATABASE_URL: this.postgres.url,
      SMTP_URL: this.server.url,
      SMTP_CONNECTIONS: String(this.options.connections),
      SECRET_KEY: SECRET,
      PORT: String(await freePort()),
      ...(this.redis ? { REDIS_URL: this.redis.url } : {}),
    };
    this.base = `http://127.0.0.1:${env.PORT}`;
    const process = (name, role) => new Supervised(name, { ...env, ROLES: role }, this.folder);
    this.processes = {
      web: [process('web', 'web')],
      worker: Array.from({ length: WORKERS }, (_, i) => process(`worker-${i + 1}`, 'worker')),
      scheduler: [process('scheduler', 'scheduler')],
    };
    for (const one of this.all()) one.start();
    await this.ledger.rows(
      "INSERT INTO api_tokens (name, token_hash, created_at) VALUES ('chaos', sha256($1::bytea), now())",
      [this.token],
    );
  }

  all() {
    return Object.values(this.processes).flat();
  }

  async prepare() {
    const { campaigns, people } = this.options;
    for (let number = 0; number < campaigns; number += 1) {
      const campaign = new Campaign(this, number);
      await campaign.prepare(people);
      this.campaigns.push(campaign);
    }
    this.server.onRecipient = (address, hangs) => this.people.notice(address, hangs);
  }

  /** Sends everything while the destroyer, the people and staff do what they do; ends with all at rest. */
  async go() {
    this.isDisturbed = true;
    this.phase('disturbed');
    const watching = this.watch();
    const staff = this.staff.work();
    const destroying = this.destroyer.work().then(() => (this.isDisturbed = false));
    const sending = Promise.all(this.campaigns.map((campaign) => campaign.send(this.options.reminders)));
    await Promise.race([sending, this.late(), failureOf(watching, staff, destroying)]);
    this.phase('sent');
    this.over = true;
    await destroying;
    this.phase('last kill over');
    if (this.options.hurry && !this.givenUp) await this.hurryUp();
    await this.people.finish();
    while (!this.givenUp && (await this.ledger.openThankYous()) > 0) await sleep(200);
    this.stopWatching = true;
    this.phase('at rest');
    await Promise.all([sending, watching, staff]);
  }

  /** Gives up on a run that does not come to rest: its waves are then found open. */
  async late() {
    while (this.seconds() < this.options.seconds + DRAIN_SECONDS && !this.over) await sleep(250);
    if (!this.over) this.givenUp = true;
  }

  /** Long runs say every half minute how far they are. */
  tell() {
    if (this.options.hurry || this.seconds() < this.nextWord) return;
    this.nextWord = this.seconds() + 30;
    const { taken } = this.server;
    console.log(`${Math.round(this.seconds())} s: ${taken.length} mails, ${this.destroyer.total} kills`);
  }

  /** P2 holds at every moment, not only at the end. */
  async watch() {
    while (!this.stopWatching) {
      this.tell();
      await this.ledger.moveDeferredOn();
      for (const { id, state, total, participants, open } of await this.ledger.waves()) {
        if (['sending', 'held', 'finished'].includes(state) && total !== participants)
          this.seen.add(`wave ${id} was ${state} with ${total} messages for ${participants} people`);
        if (state === 'finished' && open > 0) this.seen.add(`wave ${id} was finished with ${open} open`);
      }
      await sleep(1000);
    }
  }

  /** The workers end in good order and settle what is theirs, so the rest need not wait for its leases. */
  async hurryUp() {
    const stopped = await Promise.all(this.processes.worker.map((worker) => worker.stop()));
    if (stopped.includes(false)) this.seen.add('a worker did not end in good order');
    await this.ledger.expireLeases();
    for (const worker of this.processes.worker) worker.start();
    while (this.seconds() < this.options.seconds + DRAIN_SECONDS) {
      if ((await this.ledger.waves()).every(({ state }) => state === 'finished')) return;
      await sleep(100);
    }
  }

  async stop() {
    await Promise.all(this.all().map((one) => one.stop()));
    await this.ledger?.close();
    await this.postgres?.stop();
    this.redis?.stop();
    await this.server.close();
  }

  forget() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Rejects with the first of these that fails, and never comes back otherwise. */
async function failureOf(...works) {
  await Promise.all(works);
  return new Promise(() => undefined);
}
