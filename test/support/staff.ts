import type { Page } from 'playwright-core';
import { StaffService } from '../../src/staff/staff.service.js';
import type { TestApp } from './app.js';

/** Who runs surveys in tests. */
export const anna = { email: 'anna@netzwerk.test', password: 'vier Tische am Rhein' };

/** What the console answers; where it leads is not followed. */
export interface ConsoleAnswer {
  status: number;
  /** Empty where the answer leads nowhere. */
  location: string;
  html: string;
  policy: string | null;
}

/** The console as the browser of somebody signed in asks it: in German, from our own page, with their cookies. */
export interface ConsoleVisit {
  /** Looks at a page, or posts a form to it. */
  send(path: string, fields?: Record<string, string>): Promise<ConsoleAnswer>;
  ask(path: string, request?: RequestInit): Promise<ConsoleAnswer>;
}

/** Makes Anna a staff member and signs her in. */
export async function signIn(test: TestApp): Promise<ConsoleVisit> {
  await addAnna(test);
  const visit = visitOf(test);
  const { status, html } = await visit.send('/console/sign-in', anna);
  if (status !== 303) throw new Error(html);
  return visit;
}

/** The same in a browser, which then shows the surveys. */
export async function signInOn(page: Page, test: TestApp): Promise<void> {
  await addAnna(test);
  await page.goto(`${test.url}/console`);
  await page.fill('input[type=email]', anna.email);
  await page.fill('input[type=password]', anna.password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.waitForURL('**/console/surveys');
}

async function addAnna({ app }: TestApp): Promise<void> {
  await app.get(StaffService, { strict: false }).create(anna.email, 'Anna', anna.password);
}

/** A browser in which nobody is signed in yet. */
export function visitOf({ url }: TestApp): ConsoleVisit {
  const cookies = new Map<string, string>();
  const ask: ConsoleVisit['ask'] = async (path, request = {}) => {
    const answer = await fetch(url + path, {
      ...request,
      headers: {
        'accept-language': 'de',
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      html: await answer.text(),
      policy: answer.headers.get('content-security-policy'),
    };
  };
  return {
    ask,
    send: (path, fields) => ask(path, fields && { method: 'POST', body: new URLSearchParams(fields) }),
  };
}
