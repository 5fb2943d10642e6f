import type { Api } from './api.js';
import { type TestApp, until } from './app.js';

/** A questionnaire of two pages with one required question on each. */
export const twoPages = {
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'role',
          title: 'Ihre Rolle',
          isRequired: true,
          choices: ['hauptamtlich', 'ehrenamtlich'],
        },
      ],
    },
    { elements: [{ type: 'comment', name: 'wish', title: 'Ihr Wunsch', isRequired: true }] },
  ],
};

/** One question on one page. */
export const onePage = {
  pages: [{ elements: [{ type: 'text', name: 'wish', title: 'Ihr Wunsch' }] }],
};

export interface CampaignOptions {
  people?: number;
  closesAt?: string;
  privacy?: 'identified' | 'pseudonymous' | 'anonymous';
  mayChangeAnswers?: boolean;
  questionnaire?: object;
  /** Null, unless a test is about it: mails go out at any time. */
  sendingWindow?: object | null;
  /** A list that is there already; it must hold `people` subscribers. */
  listId?: string;
}

export interface Campaign {
  surveyId: string;
  listId: string;
  /** Addresses `p1@leser.test` to `p<n>@leser.test` in the order of enrolment. */
  people: string[];
}

/** A published survey with a list of invented people enrolled, made through the API. */
export async function startCampaign(
  test: TestApp,
  {
    listId: existing,
    people = 3,
    closesAt = '2099-11-12T23:59',
    privacy = 'identified',
    mayChangeAnswers = false,
    questionnaire = onePage,
    sendingWindow = null,
  }: CampaignOptions = {},
): Promise<Campaign> {
  const { api } = test;
  const listId = existing ?? (await importPeople(api, people));
  const surveyId = await draftSurvey(api, {
    closesAt,
    privacy,
    mayChangeAnswers,
    questionnaire,
    sendingWindow,
  });
  const published = await api.post(`/surveys/${surveyId}/publish`);
  if (published.status !== 200) throw new Error(JSON.stringify(published.body));
  const enrolled = await api.post(`/surveys/${surveyId}/participants`, { listId });
  if (enrolled.body.enrolled !== people) throw new Error(JSON.stringify(enrolled.body));
  return { surveyId, listId, people: Array.from({ length: people }, (_, i) => `p${i + 1}@leser.test`) };
}

/** A survey that is not published yet, for two languages unless a test says otherwise. */
export async function draftSurvey(api: Api, fields: object): Promise<string> {
  const { status, body } = await api.post('/surveys', {
    title: 'Was erwarten Sie von uns?',
    languages: ['de', 'en'],
    closesAt: '2099-11-12T23:59',
    timeZone: 'Europe/Berlin',
    privacy: 'identified',
    sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
    ...fields,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
}

/** Imports that many people and waits for the import to finish. */
export async function importPeople(api: Api, people: number): Promise<string> {
  const list = await api.post('/lists', { name: 'Newsletter' });
  const listId = list.body.id as string;
  const rows = Array.from({ length: people }, (_, i) => `p${i + 1}@leser.test,Person ${i + 1},Frau,de`);
  const upload = await api.postCsv(
    `/lists/${listId}/imports?mode=apply`,
    ['email,name,salutation,language', ...rows].join('\n'),
  );
  if (upload.status !== 202) throw new Error(JSON.stringify(upload.body));
  await until('the import has finished', async () => {
    const { body } = await api.get(`/imports/${upload.body.id as string}`);
    if (body.state === 'failed') throw new Error(JSON.stringify(body));
    return body.state === 'finished';
  });
  return listId;
}

/** Schedules a wave and gives its id. */
export async function scheduleWave(api: Api, surveyId: string, wave: object): Promise<string> {
  const { status, body } = await api.post(`/surveys/${surveyId}/waves`, wave);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
}

/** Sweeps until a wave has nothing open. */
export async function waveFinished(test: TestApp, wave: string, seconds = 60): Promise<void> {
  await until(
    `wave ${wave} is finished`,
    async () => {
      await test.sweep();
      const { body } = await test.api.get(`/waves/${wave}`);
      return body.state === 'finished';
    },
    seconds,
  );
}

/** Personal links by address, as paths of this app. */
export async function personalLinks(test: TestApp, surveyId: string): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  let cursor = '';
  do {
    const { body } = await test.api.get(
      `/surveys/${surveyId}/participants?limit=1000${cursor && `&cursor=${cursor}`}`,
    );
    for (const { email, link } of body.items as { email: string; link: string }[])
      links.set(email, new URL(link).pathname);
    cursor = (body.next as string | null) ?? '';
  } while (cursor);
  return links;
}

/** Posts a form as a browser does and gives the answer without following it. */
export function postForm(test: TestApp, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(test.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

/** Answers the one-page questionnaire. */
export function submitOnePage(test: TestApp, path: string, wish = 'Mehr Austausch'): Promise<Response> {
  return postForm(test, path, { page: '0', go: 'submit', 'q.wish': wish });
}
