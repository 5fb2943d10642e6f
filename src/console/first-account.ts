import { randomInt } from 'node:crypto';
import { type Config, WrongConfiguration } from '../config/config.js';
import { problemOfPassword } from './passwords.js';
import type { StaffService } from './staff.service.js';

/** The first account, made when there is none; the password only where we chose it ourselves. */
export interface FirstAccount {
  email: string;
  password: string | null;
}

/**
 * Makes the first staff member when there is none, with the configured address and the configured or
 * a random password. Null when somebody is there already, also when another process was faster.
 *
 * @throws WrongConfiguration for an ADMIN_PASSWORD that is easy to guess, needed or not
 */
export async function createFirstAccount(
  staff: StaffService,
  config: Pick<Config, 'adminEmail' | 'adminPassword'>,
): Promise<FirstAccount | null> {
  const { adminEmail, adminPassword } = config;
  const problem = adminPassword === undefined ? null : problemOfPassword(adminPassword, adminEmail);
  if (problem) throw new WrongConfiguration(`ADMIN_PASSWORD ${problem.message}`);
  if (!(await staff.isEmpty())) return null;

  const password = adminPassword ?? readablePassword();
  try {
    const member = await staff.create(adminEmail, '', password);
    return { email: member.email, password: adminPassword === undefined ? password : null };
  } catch (error) {
    if (await staff.isEmpty()) throw error;
    return null;
  }
}

/** What the terminal shows once. */
export function firstAccountLines(account: FirstAccount, publicUrl: string): string {
  const lines = [
    'Sign in to the console',
    '',
    `  ${publicUrl}/console`,
    `  address   ${account.email}`,
    `  password  ${account.password ?? 'as set in ADMIN_PASSWORD'}`,
  ];
  if (account.password !== null) lines.push('', 'The password is shown this once and kept nowhere.');
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
