import { setTimeout as sleep } from 'node:timers/promises';
import { URLSearchParams } from 'node:url';
import { Campaign } from './campaign.mjs';
import { callUntilAnswered } from './http-client.mjs';

const MAX_AT_ONCE = 60;

/**
 * People who answer through their personal links, most of them when their reminder is just about to go
 * out. A broken connection makes them send their answer again.
 */
export class People {
  /** When each participant's answer was acknowledged, by `performance.now()`. @type {Map<string, number>} */
  acknowledged = new Map();
  /** @type {Set<string>} */
  begun = new Set();
  /** @type {Set<Promise<void>>} */
  underWay = new Set();
  /** @type {string[]} */
  surprises = [];

  /** @param {import('./chaos.mjs').Run} run */
  constructor(run, /** @type {import('./random.mjs').Random} */ random) {
    this.run = run;
    this.random = random;
  }

  /** A mail to this address is on its way, so the next ones will be claimed in a moment. */
  notice(/** @type {string} */ address, /** @type {boolean} */ hangs) {
    const { campaign: number, index } = Campaign.placeOf(address);
    const campaign = this.run.campaigns[number];
    if (!campaign) return;
    const { options } = this.run;
    if (campaign.running !== 'reminder') {
      if (this.random.chance(options.answers / 5)) this.answer(campaign, index, this.random.int(0, 500));
    } else if (options.everybodyRaces) {
      this.race(campaign, index);
    } else if (hangs) {
      this.answer(campaign, index, 0);
    } else if (this.random.chance(options.answers)) {
      this.answer(campaign, index + this.random.int(0, 30), this.random.int(0, 15));
    }
  }

  /** Everybody answers once, some before their reminder is claimed, some while it is, some just after. */
  race(campaign, index) {
    const { raceRate } = this.run.options;
    const lead = Math.ceil(raceRate * 0.25);
    for (
      ;
      campaign.front <= index + lead && campaign.front < campaign.participants.length;
      campaign.front += 1
    )
      this.answer(campaign, campaign.front, this.random.int(0, 400));
  }

  answer(campaign, index, afterMs) {
    const participant = campaign.participants[index];
    if (!participant || this.begun.has(participant)) return;
    if (this.underWay.size >= MAX_AT_ONCE && !this.run.options.everybodyRaces) return;
    this.begun.add(participant);
    const done = this.submit(participant, afterMs).catch((error) => {
      this.surprises.push(`the answer of participant ${participant}: ${error.message}`);
    });
    this.underWay.add(done);
    void done.finally(() => this.underWay.delete(done));
  }

  async submit(participant, afterMs) {
    await sleep(afterMs);
    const body = new URLSearchParams({ page: '0', go: 'submit', 'q.wish': 'Mehr Austausch' }).toString();
    const link = `/u/${this.run.tokens.sign('participation', participant)}`;
    const { status } = await callUntilAnswered(this.run.base + link, {
      method: 'POST',
      type: 'application/x-www-form-urlencoded',
      body,
    });
    // 303 after the first submit, 200 with the thank-you page where an earlier one had been stored.
    if (status !== 303 && status !== 200) throw new Error(`status ${status}`);
    this.acknowledged.set(participant, performance.now());
  }

  async finish() {
    await Promise.all([...this.underWay]);
  }
}
