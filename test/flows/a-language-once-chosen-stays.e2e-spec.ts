import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignedTokens } from '../../src/common/signed-token.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign } from '../support/campaign.js';

const questionnaire = {
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'role',
          title: { de: 'Rolle', en: 'Role' },
          isRequired: true,
          choices: ['a', 'b'],
        },
      ],
    },
    { elements: [{ type: 'comment', name: 'wish', title: { de: 'Wunsch', en: 'Wish' } }] },
  ],
};

interface Shown {
  html: string;
  language: string | undefined;
  /** Where the form of the page leads. */
  action: string;
}

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

async function shownBy(answer: Response, at: string): Promise<Shown> {
  const html = await answer.text();
  return {
    html,
    language: /<html lang="([a-z]+)"/.exec(html)?.[1],
    action: /<form id="questionnaire" method="post" action="([^"]+)"/.exec(html)?.[1] ?? at,
  };
}

/** Somebody whose list and whose browser say German. */
async function look(path: string): Promise<Shown> {
  return shownBy(await fetch(app.url + path, { headers: { 'accept-language': 'de' } }), path);
}

/** Sends the form of a page as a browser does: to where it leads, with what it brings back. */
async function send({ html, action }: Shown, fields: Record<string, string>): Promise<Shown> {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&quot;', '"')],
  );
  const answer = await fetch(app.url + action, {
    method: 'POST',
    headers: { 'accept-language': 'de' },
    body: new URLSearchParams([...hidden, ...Object.entries(fields)]),
  });
  return shownBy(answer, action);
}

async function linkInto(surveyId: string): Promise<string> {
  const [person] = await app.rows<{ id: string }>('SELECT id FROM participants WHERE survey_id = $1', [
    surveyId,
  ]);
  const tokens = app.app.get(SignedTokens, { strict: false });
  return `/u/${tokens.sign('participation', person?.id ?? '')}`;
}

async function answeredInEnglish(first: Shown): Promise<void> {
  expect(first.language).toBe('de');
  let page = await send(first, { lang: 'en', 'q.role': 'a' });
  expect(page.language).toBe('en');
  expect(page.html).toMatch(/value="a"[^>]*checked/);
  page = await send(page, { go: 'next' });
  expect([page.language, page.html.includes('Please choose')]).toEqual(['en', true]);
  page = await send(page, { go: 'next', 'q.role': 'b' });
  expect([page.language, page.html.includes('Wish')]).toEqual(['en', true]);
  page = await send(page, { go: 'back' });
  expect([page.language, page.html.includes('Role')]).toEqual(['en', true]);
  page = await send(page, { go: 'next', 'q.role': 'b' });
  page = await send(page, { go: 'submit', 'q.wish': 'Exchange' });
  expect([page.language, page.html.includes('Thank you')]).toEqual(['en', true]);
}

test.each(['identified', 'pseudonymous', 'anonymous'] as const)(
  'whoever chooses a language on the first page of an %s survey keeps it to the thank-you',
  async (privacy) => {
    const { surveyId } = await startCampaign(app, { questionnaire, people: 1, privacy });
    await answeredInEnglish(await look(await linkInto(surveyId)));
    if (privacy !== 'anonymous')
      expect(await app.rows('SELECT language FROM responses WHERE survey_id = $1', [surveyId])).toEqual([
        { language: 'en' },
      ]);
  },
);

test('anyone who comes by an open link keeps it, too', async () => {
  const { surveyId } = await startCampaign(app, { questionnaire, people: 1 });
  const { body } = await app.api.call('PUT', `/surveys/${surveyId}/open-link`, {
    on: true,
    slug: 'sprache',
  });
  expect(body).toMatchObject({ slug: 'sprache' });
  await answeredInEnglish(await look('/o/sprache'));
});
