import { textOf } from '../common/coded-text.js';
import { randomInt } from 'node:crypto';
import { type Config, WrongConfiguration } from '../config/config.js';
import { problemOfPassword } from './passwords/passwords.js';
import type { StaffService } from './staff.service.js';

/** How the first account comes about if there is none: it was made, or a link was, by which it is made. */
export type FirstAccount =
  { email: string; /** Only where we chose it ourselves. */ password: string | null } | { setUpLink: string };

type Settings = Pick<Config, 'adminEmail' | 'adminPassword' | 'trial'>;

/**
 * Sees to a first staff member when there is none: made with the configured password; in a trial with one
 * that is printed once; anywhere else by a link, so that no password is left in a log. Null when somebody
 * is there already, also when another process was faster.
 *
 * @param makeSetUpLink makes the link
 * @throws WrongConfiguration for an ADMIN_PASSWORD that is easy to guess, needed or not
 */
export async function createFirstAccount(
  staff: StaffService,
  { adminEmail, adminPassword, trial }: Settings,
  makeSetUpLink: () => Promise<string>,
): Promise<FirstAccount | null> {
  const problem = adminPassword === undefined ? null : problemOfPassword(adminPassword, adminEmail);
  if (problem) throw new WrongConfiguration(`ADMIN_PASSWORD ${textOf(problem, 'en')}`);
  if (!(await staff.isEmpty())) return null;

  try {
    if (adminPassword === undefined && !trial) return { setUpLink: await makeSetUpLink() };
    const password = adminPassword ?? readablePassword();
    const member = await staff.create(adminEmail, '', password);
    return { email: member.email, password: adminPassword === undefined ? password : null };
  } catch (error) {
    if (await staff.isEmpty()) throw error;
    return null;
  }
}

/** What the terminal shows once. */
export function firstAccountLines(account: FirstAccount, publicUrl: string): string {
  if ('setUpLink' in account)
    // Whole and on a line of its own, to be copied out of a log.
    return [
      '',
      'Make the first account by this link. It is valid once, for 24 hours;',
      'a new one is made with: npm run cli -- staff setup-link',
      '',
      account.setUpLink,
      '',
    ].join('\n');
  const lines = [
    'Sign in to the console',
    '',
    `  ${publicUrl}/console`,
    `  address   ${account.email}`,
    `  password  ${account.password ?? 'as set in ADMIN_PASSWORD'}`,
  ];
  if (account.password !== null) lines.push('', 'The password is shown this once; change it under Account.');
  const bar = '─'.repeat(Math.max(...lines.map((line) => line.length)) + 4);
  return ['', `┌${bar}┐`, ...lines.map((line) => `│  ${line.padEnd(bar.length - 2)}│`), `└${bar}┘`, ''].join(
    '\n',
  );
}

/** Four groups of five letters and digits that nobody mistakes for one another: about 99 bits. */
function readablePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 5 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return Array.from({ length: 4 }, group).join('-');
}
