import { setTimeout as sleep } from 'node:timers/promises';
import { callApi } from './http-client.mjs';

/** Staff who pause a running wave now and then, and let go on whatever stands still. */
export class Staff {
  pauses = 0;
  resumes = 0;
  /** Why waves were held by a brake. @type {Set<string>} */
  held = new Set();

  /** @param {import('./chaos.mjs').Run} run */
  constructor(run, /** @type {import('./random.mjs').Random} */ random) {
    this.run = run;
    this.random = random;
  }

  async work() {
    while (!this.run.over) {
      await this.rest();
      const sending = (await this.states()).filter(({ state }) => state === 'sending');
      const chosen = sending[this.random.int(0, sending.length - 1)];
      if (chosen && this.run.isDisturbed && (await this.step(chosen.id, 'pause'))) {
        this.pauses += 1;
        await sleep(this.random.int(100, 1000));
      }
      for (const { id, state, reason } of await this.states()) {
        if (state !== 'paused' && state !== 'held') continue;
        if (state === 'held') this.held.add(reason);
        if (await this.step(id, 'resume')) this.resumes += 1;
      }
    }
  }

  async rest() {
    const until = performance.now() + this.random.int(...this.run.options.pauseEveryMs);
    while (performance.now() < until && !this.run.over) await sleep(50);
  }

  states() {
    return this.run.ledger.rows('SELECT id, state, held_reason AS reason FROM waves ORDER BY id');
  }

  /** False where the wave had moved on, or an earlier request that broke had done it already. */
  async step(wave, step) {
    const { base, token } = this.run;
    return callApi(base, token, 'POST', `/waves/${wave}/${step}`).then(
      () => true,
      () => false,
    );
  }
}
