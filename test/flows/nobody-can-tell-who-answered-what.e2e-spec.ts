import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { SignedTokens } from '../../src/common/signed-token.js';
import { MailingSweep } from '../../src/ledger/mailing-sweep.js';
import { type Attack, attacks, type Dump, dumpOf, type Row } from '../support/anonymity-attack.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign, submitOnePage } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const PEOPLE = 200;

/** Guessing right once is what chance gives; eight times or more it gives once in a hundred thousand. */
const CHANCE = 8;
/** Two random orders of 200 correlate by more than this once in a million. */
const CHANCE_CORRELATION = 0.35;

let app: TestApp;

afterEach(async () => {
  await app.close();
});

test('without mixing, the transaction and the place tell everything', async () => {
  const { dump, named } = await answered(() => app.app.get(MailingSweep, { strict: false }).run());
  const found = new Map(attacks(dump, authorOf, named).map((attack) => [attack.by, attack]));
  expect(found.get('the same transaction')?.hits).toBeGreaterThanOrEqual(190);
  expect(found.get('the nearest transaction')?.hits).toBeGreaterThanOrEqual(190);
  // Deleted rows leave gaps that later ones fill, so that not all lie in their order.
  expect(found.get('participants by xmin, responses as they lie')?.hits).toBeGreaterThanOrEqual(50);
  expect(found.get('participants by xmin, responses by xmin')?.correlation).toBeGreaterThan(0.99);
  expect(found.get('thank-yous by sequence, responses by xmin')?.correlation).toBeGreaterThan(0.9);
});

describe('as it runs', () => {
  let dump: Dump;
  let lines: string[];
  let found: Attack[];

  beforeAll(async () => {
    const answers = await answered(() => app.sweep());
    ({ dump, lines } = answers);
    found = attacks(dump, authorOf, answers.named);
  }, 120_000);

  test('no order, time, place, transaction or line of the log matches better than chance', () => {
    expect(dump.responses).toHaveLength(PEOPLE);
    expect(dump.thankYous.length).toBeGreaterThan(PEOPLE - 5);
    expect(found.length).toBeGreaterThan(50);
    const better = found.filter(
      ({ hits, correlation }) => hits >= CHANCE || Math.abs(correlation) > CHANCE_CORRELATION,
    );
    expect(better).toEqual([]);
  });

  test('nothing else in the database names a response or repeats an answer', () => {
    const elsewhere = [...dump.participants, ...dump.thankYous, ...dump.others].map(({ row }) =>
      JSON.stringify(row),
    );
    const ids = dump.responses.map(({ row }) => String(row['id']));
    expect(elsewhere.length).toBeGreaterThan(PEOPLE * 3);
    expect(elsewhere.filter((row) => row.includes('wrote-'))).toEqual([]);
    expect(elsewhere.filter((row) => ids.some((id) => row.includes(id)))).toEqual([]);
  });

  test('the log holds no answer, no link and no address', () => {
    const log = lines.join('\n');
    expect(log).not.toContain('wrote-');
    expect(log).not.toContain('/u/');
    expect(log).not.toContain('leser.test');
  });

  test('of those who answered no more than the day is known', () => {
    const times = dump.participants.map(({ row }) => [row['completed_at'], row['completed_on']]);
    expect(new Set(times.map((time) => JSON.stringify(time)))).toEqual(new Set(['[null,"2027-10-20"]']));
    const kept = dump.responses.map(({ row: { participant_id: person, code, submitted_at: at } }) => [
      person,
      code,
      at,
    ]);
    expect(kept.flat().filter((value) => value !== null)).toEqual([]);
  });
});

/** 200 people answer one after the other, in an order that is not that of their enrolment. */
async function answered(sweep: () => Promise<void>) {
  const clock = FixedClock.inBerlin('2027-10-20T09:00');
  app = await startApp({ clock });
  const lines: string[] = [];
  const write = (message: unknown) => void lines.push(JSON.stringify(message));
  app.app.useLogger({ log: write, warn: write, error: write });
  const { surveyId } = await startCampaign(app, { people: PEOPLE, privacy: 'anonymous' });
  const people = await app.rows<{ id: string }>(
    'SELECT id FROM participants WHERE survey_id = $1 ORDER BY md5(id::text)',
    [surveyId],
  );
  const tokens = app.app.get(SignedTokens, { strict: false });
  for (const [index, { id }] of people.entries()) {
    clock.advance(30_000);
    const { status } = await submitOnePage(app, `/u/${tokens.sign('participation', id)}`, `wrote-${id}`);
    if (status !== 303) throw new Error(`${status} for ${id}`);
    if (index % 10 === 9) await sweep();
  }
  const participants = people.map(({ id }) => id);
  const named = participants
    .map((id) => ({ id, line: lines.findIndex((line) => line.includes(`"${id}"`)) }))
    .filter(({ line }) => line >= 0)
    .sort((one, other) => one.line - other.line)
    .map(({ id }) => id);
  return { dump: await dumpOf(app), lines, named };
}

/** The truth, which every answer bears. */
function authorOf({ row }: Row): string {
  return (row['answers'] as { wish: string }).wish.replace('wrote-', '');
}
