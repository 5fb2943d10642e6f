import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { StaffService } from '../staff/staff.service.js';
import { ApiTokens } from '../http/tokens/api-tokens.service.js';
import { InvalidInput, problem } from '../common/errors.js';
import { AccountsService } from '../staff/accounts.service.js';

type WithApp = (work: (app: INestApplicationContext) => Promise<void>) => Promise<void>;
type Print = (line: string) => void;

const VALID = 'valid once, for 24 hours';

/**
 * `staff …`: who may use the console.
 *
 * @param readPassword of a new account; empty where a link is to be made instead
 */
export function addStaffCommands(
  program: Command,
  withApp: WithApp,
  print: Print,
  readPassword: () => Promise<string> = passwordFromInput,
): void {
  const staff = program.command('staff').description('people who may use the console');
  const accountsOf = (app: INestApplicationContext) => app.get(AccountsService, { strict: false });

  staff
    .command('add')
    .description(
      'make an account; its password is read from standard input, or chosen by the link this prints',
    )
    .requiredOption('--email <address>', 'address to sign in with')
    .option('--name <name>', 'name to show', '')
    .option(
      '--password <password>',
      'seen in process lists and shell histories: better send it to standard input',
    )
    .action(async ({ email, name, password }: { email: string; name: string; password?: string }) => {
      if (password !== undefined)
        process.stderr.write(
          'Warning: --password shows the password in process lists and shell histories. Send it to standard input instead.\n',
        );
      const chosen = password ?? (await readPassword());
      await withApp(async (app) => {
        if (chosen === '') {
          const { member, link } = await accountsOf(app).invite(email, name);
          print(`${member.email} chooses a password at (${VALID}):`);
          print(link);
        } else {
          const member = await app.get(StaffService, { strict: false }).create(email, name, chosen);
          print(`${member.email} can sign in`);
        }
      });
    });

  staff
    .command('list')
    .description('list all accounts: number, address, state, sessions, name')
    .action(() =>
      withApp(async (app) => {
        for (const { id, email, state, sessions, name } of await accountsOf(app).all())
          print([id, email, state, sessions, name].join('\t'));
      }),
    );

  const acts = [
    ['lock', 'sign somebody out everywhere and let them in no more', 'cannot sign in any more'],
    ['unlock', 'let somebody sign in again', 'can sign in again'],
    ['remove', 'delete an account; what was done with it stays in the log', 'is removed'],
  ] as const;
  for (const [act, description, done] of acts)
    staff
      .command(act)
      .description(description)
      .requiredOption('--email <address>', 'whose account')
      .action(({ email }: { email: string }) =>
        withApp(async (app) => {
          const accounts = accountsOf(app);
          const member = await accounts[act]((await accounts.withEmail(email)).id);
          print(`${member.email} ${done}`);
        }),
      );

  staff
    .command('reset')
    .description('print a link by which somebody chooses a new password')
    .requiredOption('--email <address>', 'whose account')
    .action(({ email }: { email: string }) =>
      withApp(async (app) => {
        const accounts = accountsOf(app);
        const { member, link } = await accounts.passwordLink((await accounts.withEmail(email)).id);
        print(`${member.email} chooses a new password at (${VALID}):`);
        print(link);
      }),
    );

  staff
    .command('setup-link')
    .description('print a link by which the first account is made; earlier ones are no longer valid')
    .action(() =>
      withApp(async (app) => {
        print(await accountsOf(app).setUpLink('none'));
      }),
    );
}

/** `token …`: what lets programs call the API. */
export function addTokenCommands(program: Command, withApp: WithApp, print: Print): void {
  const token = program.command('token').description('tokens for the API');
  const tokensOf = (app: INestApplicationContext) => app.get(ApiTokens, { strict: false });

  token
    .command('add')
    .description('make a token and print it; it is shown this once')
    .requiredOption('--name <name>', 'what it is for')
    .option('--days <number>', 'how long it is valid; without: until it is removed')
    .action(({ name, days }: { name: string; days?: string }) => {
      const valid = days === undefined ? null : Number(days);
      if (valid !== null && !(Number.isInteger(valid) && valid >= 1 && valid <= 3650))
        throw new InvalidInput([problem('--days', 'token.days')]);
      return withApp(async (app) => {
        print(await tokensOf(app).create(name, valid));
      });
    });

  token
    .command('list')
    .description('list all tokens: number, when made, by whom, last used, valid until, name')
    .action(() =>
      withApp(async (app) => {
        const shown = (at: Date | null) => at?.toISOString() ?? '-';
        for (const { id, name, createdAt, madeBy, lastUsedAt, expiresAt } of await tokensOf(app).all())
          print([id, shown(createdAt), madeBy ?? '-', shown(lastUsedAt), shown(expiresAt), name].join('\t'));
      }),
    );

  token
    .command('remove')
    .description('turn away whoever calls with a token')
    .requiredOption('--id <number>', 'its number in the list')
    .action(({ id }: { id: string }) =>
      withApp(async (app) => {
        if (!/^[1-9]\d{0,17}$/.test(id)) throw new InvalidInput([problem('--id', 'token.id')]);
        print(`${(await tokensOf(app).remove(id)).name} is no longer valid`);
      }),
    );
}

/** The first line of what is sent to standard input, or typed unseen at a terminal; empty where there is nothing. */
async function passwordFromInput(): Promise<string> {
  const { stdin } = process;
  const unseen = new Writable({
    write: (_text, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: stdin, output: unseen, terminal: stdin.isTTY });
  if (stdin.isTTY) process.stderr.write('Password (leave empty to print a link instead): ');
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (stdin.isTTY) process.stderr.write('\n');
  }
}
