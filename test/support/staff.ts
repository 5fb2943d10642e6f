import { expect } from '@jest/globals';
import { StaffService } from '../../src/console/staff.service.js';
import type { TestApp } from './app.js';

/** The staff member who signs in where it does not matter who. */
export const STAFF_EMAIL = 'anna@netzwerk.test';
const PASSWORD = 'vier Tische am Rhein';

export interface StaffAnswer {
  status: number;
  /** Where a redirection leads; empty where nowhere. */
  location: string;
  html: string;
  headers: Headers;
}

/** Asks for a page of the console, or posts a form to it: a `FormData` as one with files. */
export type AskAsStaff = (path: string, fields?: Record<string, string> | FormData) => Promise<StaffAnswer>;

/** Signs a staff member in who asks as a browser does: in German, from our own page, with their cookies. */
export async function signIn(at: TestApp, email = STAFF_EMAIL): Promise<AskAsStaff> {
  const cookies = new Map<string, string>();
  const ask: AskAsStaff = async (path, fields) => {
    const answer = await fetch(at.url + path, {
      headers: {
        'accept-language': 'de',
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(fields && {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      }),
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location') ?? '';
    return { status: answer.status, location, html: await answer.text(), headers: answer.headers };
  };
  await at.app.get(StaffService, { strict: false }).create(email, 'Anna', PASSWORD);
  expect((await ask('/console/sign-in', { email, password: PASSWORD })).status).toBe(303);
  return ask;
}

/** A form as a browser sends it where it has a file field: several values of one name one after the other. */
export function formData(fields: Readonly<Record<string, string | string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}
