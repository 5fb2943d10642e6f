import { Redis } from './servers.mjs';

/**
 * @typedef {object} Options
 * @property {number} seed
 * @property {number} kills
 * @property {number} messages how many mails the server shall take, about
 * @property {number} seconds after so long nothing more is killed, and the run has to come to rest
 * @property {number} connections SMTP_CONNECTIONS of each worker
 * @property {'redis' | 'postgres'} queue
 * @property {number} campaigns
 * @property {number} people in each campaign
 * @property {number} reminders after each invitation
 * @property {number} answers how often a reminder on its way makes somebody nearby answer, 0 to 1
 * @property {boolean} everybodyRaces everybody answers within a moment of their own reminder
 * @property {number} [raceRate] reminders per second in such a race
 * @property {boolean} hurry leases of the dead are not waited for at the end
 * @property {[number, number]} recipientMs how long the mail server takes for each recipient
 * @property {[number, number]} replyMs how long it takes for each whole mail
 * @property {[number, number]} pauseEveryMs
 * @property {{ share?: number, hangMs?: [number, number] }} faults
 */

/** Some are skipped because they have answered, so that more are planned than are to be sent. */
const SPARE = 1.12;

/** Reads a run's size from the environment. @returns {Options} */
export function readOptions(env = process.env) {
  const number = (name, usual) => {
    const value = Number(env[name] || usual);
    if (!Number.isFinite(value) || value < 0) throw new Error(`${name} must be a number`);
    return value;
  };
  const seed = number('CHAOS_SEED', Math.floor(Math.random() * 2 ** 31));
  const races = number('CHAOS_RACES', 0);
  const queue = env.CHAOS_QUEUE || (Redis.isThere() ? 'redis' : 'postgres');
  const common = {
    seed,
    connections: number('SMTP_CONNECTIONS', 10),
    queue,
    seconds: number('CHAOS_SECONDS', 900),
  };
  if (races > 0) return { ...common, ...racesOf(races) };

  const messages = number('CHAOS_MESSAGES', 100_000);
  const small = messages < 10_000;
  const reminders = small ? 1 : 2;
  const campaigns = small ? 1 : 2;
  return {
    ...common,
    kills: number('CHAOS_KILLS', 200),
    messages,
    campaigns,
    reminders,
    people: Math.ceil((messages * SPARE) / campaigns / (reminders + 1)),
    answers: 0.1,
    everybodyRaces: false,
    hurry: small,
    recipientMs: [0, small ? 10 : 1],
    replyMs: small ? [1, 40] : [0, 4],
    pauseEveryMs: small ? [1500, 4000] : [4000, 12_000],
    faults: small ? { hangMs: [300, 900] } : {},
  };
}

/** So many people answer just when their reminder is due; nothing is killed. */
function racesOf(/** @type {number} */ races) {
  return {
    kills: 0,
    messages: races * 2,
    campaigns: 1,
    reminders: 1,
    people: races,
    answers: 0,
    everybodyRaces: true,
    // As many reminders a second as people can answer a second, or answers would only ever come late.
    raceRate: 100,
    hurry: false,
    // Between the claim and the DATA there is time for an answer, if nothing keeps it waiting.
    recipientMs: /** @type {[number, number]} */ ([0, 80]),
    replyMs: /** @type {[number, number]} */ ([0, 20]),
    pauseEveryMs: /** @type {[number, number]} */ ([600_000, 600_000]),
    faults: { share: 0 },
  };
}
