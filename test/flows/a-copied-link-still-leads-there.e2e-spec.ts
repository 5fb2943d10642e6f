import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignedTokens } from '../../src/common/signed-token.js';
import { startApp, type TestApp } from '../support/app.js';
import { draftSurvey, onePage, personalLinks, startCampaign } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const operator = 'umfragen@netzwerk.test';
let app: TestApp;
let surveyId: string;
let personal: string;
let unsubscribe: string;
let subscriber: string;

beforeAll(async () => {
  const clock = FixedClock.inBerlin('2027-10-20T09:41');
  app = await startApp({ clock, env: { MAIL_FROM: operator } });
  ({ surveyId } = await startCampaign(app, { people: 2, closesAt: '2027-11-12T23:59' }));
  personal = [...(await personalLinks(app, surveyId)).values()][0] ?? '';
  const [row] = await app.rows<{ id: string }>('SELECT id FROM subscribers ORDER BY id LIMIT 1');
  subscriber = row?.id ?? '';
  unsubscribe = `/unsubscribe/${app.app.get(SignedTokens).sign('unsubscribe', subscriber)}`;
  await app.api.call('PUT', `/surveys/${surveyId}/open-link`, { on: true, slug: 'zukunft-2027' });
});

afterAll(async () => {
  await app.close();
});

const at = (path: string, init: RequestInit = {}) =>
  fetch(app.url + path, { redirect: 'manual', headers: { 'accept-language': 'de' }, ...init });

test('signs around a link lead to its page, by a redirect that keeps the method', async () => {
  for (const link of [
    personal,
    `${personal}/decline`,
    `${personal}/snooze`,
    unsubscribe,
    '/o/zukunft-2027',
  ]) {
    expect((await at(link)).status).toBe(200);
    for (const signs of ['.', '%3E', ')', '%22', '%C2%AD', '%20', '%0A', '/', '%']) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        const answer = await at(link + signs, { method });
        expect([link, signs, method, answer.status, answer.headers.get('location')]).toEqual([
          ...[link, signs, method, 307, link],
        ]);
      }
    }
  }
});

test('the one-click POST acts through the redirect, and only by the redirect', async () => {
  const oneClick = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  };
  const left = async () =>
    (await app.rows('SELECT 1 FROM subscribers WHERE id = $1 AND unsubscribed_at IS NOT NULL', [subscriber]))
      .length;
  expect((await at(`${unsubscribe}%3E`, oneClick)).status).toBe(307);
  expect(await left()).toBe(0);
  expect((await at(`${unsubscribe}%3E`, { ...oneClick, redirect: 'follow' })).status).toBe(200);
  expect(await left()).toBe(1);
  expect((await at(unsubscribe, oneClick)).status).toBe(200);
});

test('a wrong link says so, and whom to ask', async () => {
  for (const wrong of [`${personal.slice(0, -1)}.`, '/unsubscribe/abc']) {
    const page = await at(wrong);
    expect(page.status).toBe(404);
    expect(await page.text()).toContain(operator);
  }
});

test('the address alone tells participants where their link is, then staff where to sign in', async () => {
  const page = await at('/');
  expect(page.status).toBe(200);
  const html = await page.text();
  const places = [
    'Mail, mit der Sie eingeladen wurden',
    'href="/o?lang=de"',
    operator,
    'href="/console"',
  ].map((words) => html.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('an open link before its survey is published says that it has not begun', async () => {
  const draft = await draftSurvey(app.api, { questionnaire: onePage, closesAt: '2027-11-12T23:59' });
  await app.api.call('PUT', `/surveys/${draft}/open-link`, { on: true, slug: 'noch-nicht' });
  const page = await at('/o/noch-nicht');
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('noch nicht begonnen');
});

test('the unsubscribe link of somebody erased answers 200 and says that they are on no list', async () => {
  await app.api.call('DELETE', `/subscribers/${subscriber}`);
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  for (const answer of [await at(unsubscribe), await at(unsubscribe, { method: 'POST', body })]) {
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Sie stehen auf keinem Verteiler mehr');
  }
});
