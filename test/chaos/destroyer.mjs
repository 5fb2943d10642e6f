import { setTimeout as sleep } from 'node:timers/promises';

const victims = { worker: 36, postgres: 14, redis: 14, web: 18, scheduler: 18 };

/** Kills at random moments while mails flow, as its seed says: whom, after how many mails, for how long. */
export class Destroyer {
  /** @type {Record<string, number>} */
  kills = { worker: 0, postgres: 0, redis: 0, web: 0, scheduler: 0 };
  flushes = 0;
  absences = 0;

  /** @param {import('./chaos.mjs').Run} run */
  constructor(run, /** @type {import('./random.mjs').Random} */ random) {
    this.run = run;
    this.random = random;
  }

  get total() {
    return Object.values(this.kills).reduce((sum, count) => sum + count, 0);
  }

  async work() {
    const { kills, messages } = this.run.options;
    const mailsBetween = Math.floor((messages / (kills + 1)) * 0.85);
    while (this.total < kills && !this.run.over && !this.run.isLate()) {
      await this.mailsGoBy(this.random.int(Math.floor(mailsBetween / 5), Math.floor(mailsBetween * 1.8)));
      await sleep(this.random.int(0, 40));
      await this.strike();
    }
  }

  /** Also strikes when nothing flows for a while: what is idle can be killed, too. */
  async mailsGoBy(mails) {
    const { taken } = this.run.server;
    const until = taken.length + mails;
    let patience = performance.now() + 4000;
    for (let seen = taken.length; taken.length < until && !this.run.over;) {
      await sleep(5);
      if (taken.length > seen) patience = performance.now() + 4000;
      seen = taken.length;
      if (performance.now() > patience) return;
    }
  }

  /** Everything there is once, then as often as its weight says. */
  nextVictim() {
    const there = this.run.redis ? victims : { ...victims, redis: 0 };
    const spared = Object.entries(there).filter(([name]) => this.kills[name] === 0);
    return this.random.weighted(spared.some(([, weight]) => weight > 0) ? Object.fromEntries(spared) : there);
  }

  async strike() {
    const { run, random } = this;
    if (random.chance(0.06)) {
      this.absences += 1;
      await run.server.beAwayFor(random.int(200, 2500));
    }
    if (run.redis && random.chance(0.1)) {
      this.flushes += 1;
      await run.redis.flush();
    }
    const victim = this.nextVictim();
    this.kills[victim] += 1;
    if (victim === 'postgres') await run.postgres.killAndRestart(random.int(0, 1500));
    else if (victim === 'redis') await run.redis?.killAndRestart(random.int(0, 1500));
    else await run.processes[victim][random.int(0, run.processes[victim].length - 1)]?.kill();
  }
}
