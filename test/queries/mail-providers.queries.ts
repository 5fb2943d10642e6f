import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailProviders } from '../../src/pace/mail-providers.js';
import { MxLookup, NoMxLookup } from '../../src/pace/mx-lookup.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const now = new Date('2027-11-05T09:00:00Z');
let clock: FixedClock;
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ clock: new FixedClock(now), env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  clock = new FixedClock(now);
  for (const table of ['surveys', 'lists', 'mail_domains']) await app.rows(`DELETE FROM ${table}`);
});

/** Exchanges by domain, in place of DNS; one that is not here gives no answer. */
class KnownExchanges extends MxLookup {
  readonly asked: string[] = [];
  open = 0;
  mostOpen = 0;
  /** What happens before the answer comes. */
  meanwhile: () => Promise<void> = () => sleep(5);

  constructor(readonly exchanges: Record<string, string[]> = {}) {
    super();
  }

  async exchangesOf(domain: string): Promise<readonly string[] | null> {
    this.asked.push(domain);
    this.mostOpen = Math.max(this.mostOpen, ++this.open);
    await this.meanwhile();
    this.open--;
    return this.exchanges[domain] ?? null;
  }
}

test('the domains of a survey are noted once, each as its own provider', async () => {
  const survey = await surveyOf(['a@verein.test', 'b@verein.test', 'c@gmail.com']);
  const other = await surveyOf(['d@verein.test', 'e@anderswo.test']);
  const providers = providersWith(new NoMxLookup());

  expect(await providers.noteDomains(survey)).toBe(2);
  expect(await providers.noteDomains(survey)).toBe(0);
  expect(await stored()).toEqual({ 'gmail.com': 'gmail.com', 'verein.test': 'verein.test' });
  expect(await providers.noteDomains(other)).toBe(1);
});

test('noting again takes nothing back that was found out', async () => {
  const survey = await surveyOf(['a@verein.test']);
  const providers = providersWith(new KnownExchanges({ 'verein.test': ['aspmx.l.google.com'] }));
  await providers.noteDomains(survey);
  await providers.lookUp();

  await providers.noteDomains(survey);

  expect(await stored()).toEqual({ 'verein.test': 'google.com' });
  expect(await providers.lookUp()).toBe(0);
});

test('domains with the same exchange come to one provider', async () => {
  await note('stadt.test', 'kreis.test', 'verein.test', 'allein.test', 'stumm.test', 'gmail.com');
  const mx = new KnownExchanges({
    'stadt.test': ['mx1.rechenzentrum.test', 'mx2.rechenzentrum.test'],
    'kreis.test': ['mx2.rechenzentrum.test'],
    'verein.test': ['verein-test.mail.protection.outlook.com'],
    'allein.test': [],
    'stumm.test': [''],
  });

  expect(await providersWith(mx).lookUp()).toBe(6);

  expect(await stored()).toEqual({
    'allein.test': 'allein.test',
    'gmail.com': 'google.com',
    'kreis.test': 'rechenzentrum.test',
    'stadt.test': 'rechenzentrum.test',
    'stumm.test': 'stumm.test',
    'verein.test': 'protection.outlook.com',
  });
  expect(mx.asked).not.toContain('gmail.com');
});

test('two at once share the work, and neither asks too much at once', async () => {
  const domains = Array.from({ length: 100 }, (_, i) => `d${i}.test`);
  await note(...domains);
  const exchanges = Object.fromEntries(domains.map((domain) => [domain, ['mx.rechenzentrum.test']]));
  const lookups = [new KnownExchanges(exchanges), new KnownExchanges(exchanges)];

  const taken = await Promise.all(lookups.map((mx) => providersWith(mx).lookUp(50)));

  expect(taken).toEqual([50, 50]);
  expect(lookups.flatMap((mx) => mx.asked).sort()).toEqual([...domains].sort());
  expect(lookups.map((mx) => mx.mostOpen)).toEqual([20, 20]);
});

test('a domain that another machine is taking is passed over, not waited for', async () => {
  await note('a.test', 'b.test');
  const mx = new KnownExchanges({ 'b.test': [] });

  await app.database.transaction(async (other) => {
    await other.query("SELECT FROM mail_domains WHERE domain = 'a.test' FOR UPDATE");
    expect(await Promise.race([providersWith(mx).lookUp(), sleep(5000, 'waited')])).toBe(1);
  });
  expect(mx.asked).toEqual(['b.test']);
});

test('an answer holds for a week', async () => {
  await note('verein.test');
  const mx = new KnownExchanges({ 'verein.test': ['mx.alt.test'] });
  const providers = providersWith(mx);
  await providers.lookUp();
  mx.exchanges['verein.test'] = ['mx.neu.test'];

  clock.advance(7 * DAY - MINUTE);
  expect(await providers.lookUp()).toBe(0);

  clock.advance(2 * MINUTE);
  expect(await providers.lookUp()).toBe(1);
  expect(await stored()).toEqual({ 'verein.test': 'neu.test' });
});

test('without an answer the provider stays, and DNS is asked again after an hour', async () => {
  await app.rows("INSERT INTO mail_domains VALUES ('verein.test', 'alt.test', $1)", [
    new Date(now.getTime() - 8 * DAY),
  ]);
  const mx = new KnownExchanges();
  const providers = providersWith(mx);
  expect(await providers.lookUp()).toBe(1);
  expect(await stored()).toEqual({ 'verein.test': 'alt.test' });

  clock.advance(59 * MINUTE);
  expect(await providers.lookUp()).toBe(0);

  clock.advance(2 * MINUTE);
  mx.exchanges['verein.test'] = ['mx.neu.test'];
  expect(await providers.lookUp()).toBe(1);
  expect(await stored()).toEqual({ 'verein.test': 'neu.test' });
});

test('those that were never looked up come before those that are tried again', async () => {
  await note('still.test');
  const mx = new KnownExchanges({ 'neu.test': [] });
  const providers = providersWith(mx);
  await providers.lookUp(1);
  clock.advance(61 * MINUTE);
  await note('neu.test');

  await providers.lookUp(1);

  expect(mx.asked).toEqual(['still.test', 'neu.test']);
});

test('what staff assigned stays, and DNS is not asked about it', async () => {
  await note('stadt.test');
  const mx = new KnownExchanges({ 'stadt.test': ['mx.dns.test'] });
  const providers = providersWith(mx);

  await providers.assign('Rechenzentrum.test', [' Stadt.test ', 'stadt.test', 'neu.test']);
  clock.advance(365 * DAY);

  expect(await providers.lookUp()).toBe(0);
  expect(mx.asked).toEqual([]);
  expect(await stored()).toEqual({ 'neu.test': 'rechenzentrum.test', 'stadt.test': 'rechenzentrum.test' });
});

test('what staff assign while DNS is being asked stays too', async () => {
  await note('stadt.test', 'kreis.test');
  const mx = new KnownExchanges({ 'stadt.test': ['mx.dns.test'], 'kreis.test': ['mx.dns.test'] });
  const providers = providersWith(mx);
  mx.meanwhile = () => providers.assign('rechenzentrum.test', ['stadt.test']);

  await providers.lookUp();

  expect(await stored()).toEqual({ 'kreis.test': 'dns.test', 'stadt.test': 'rechenzentrum.test' });
});

test.each([
  ['all', ['verein.test']],
  ['rechenzentrum.test', ['verein.test', 'a@verein.test']],
  ['rechenzentrum.test', ['']],
])('%s is not assigned %j, which is no domain', async (provider, domains) => {
  await expect(providersWith(new NoMxLookup()).assign(provider, domains)).rejects.toMatchObject({
    code: 'input.invalid',
  });
  expect(await stored()).toEqual({});
});

test('where DNS is not asked only well-known domains get another provider', async () => {
  await note('verein.test', 'gmx.de');
  await providersWith(new NoMxLookup()).lookUp();
  expect(await stored()).toEqual({ 'gmx.de': 'gmx.net', 'verein.test': 'verein.test' });
});

function providersWith(mx: MxLookup): MailProviders {
  return new MailProviders(app.database, clock, mx);
}

/** A survey whose participants have these addresses. */
async function surveyOf(addresses: string[]): Promise<string> {
  const list = await app.api.post('/lists', { name: 'Newsletter' });
  const listId = list.body.id as string;
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     SELECT $1, address, address, $3, $3 FROM unnest($2::text[]) AS address`,
    [listId, addresses, now],
  );
  return (await startCampaign(app, { people: addresses.length, listId })).surveyId;
}

/** Domains as `noteDomains` leaves them. */
async function note(...domains: string[]): Promise<void> {
  await app.rows("INSERT INTO mail_domains SELECT d, d, '-infinity' FROM unnest($1::text[]) AS d", [domains]);
}

/** Providers by domain. */
async function stored(): Promise<Record<string, string>> {
  const rows = await app.rows<{ domain: string; provider: string }>(
    'SELECT domain, provider FROM mail_domains',
  );
  return Object.fromEntries(rows.map(({ domain, provider }) => [domain, provider]));
}
