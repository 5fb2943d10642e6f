import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, Option } from 'commander';
import { AppModule, type ReadyConfig } from './app/app.module.js';
import { runAs } from './audit/actor.js';
import { recordMigrations } from './audit/record-migrations.js';
import { BackupProblem } from './backup/backup-format.js';
import { makeBackup } from './backup/make-backup.js';
import { restoreBackup } from './backup/restore-backup.js';
import { secretMark } from './backup/secret-mark.js';
import { startRuntime } from './app/boot.js';
import { addStaffCommands, addTokenCommands } from './app/cli-staff.js';
import { SystemClock } from './common/clock.js';
import { DomainError } from './common/errors.js';
import { readConfig, WrongConfiguration } from './config/config.js';
import { migrateDown } from './database/migrate-down.js';
import { migrate, requireSchema, WrongSchema } from './database/schema.js';
import { ImportIntake } from './lists/imports/import-intake.js';
import { ImportService } from './lists/imports/import.service.js';
import { EventLog } from './app/log.js';
import { type OpenMails, RecoveryService } from './recovery/recovery.service.js';
import { holdInWords } from './safeguards/hold-in-words.js';
import { SendingGuard } from './safeguards/sending-guard.service.js';

/** Runs a command on the database this installation uses, also while a server is running. */
async function withRuntime(work: (config: ReadyConfig) => Promise<void>): Promise<void> {
  const runtime = await startRuntime(readConfig());
  try {
    await runAs('cli', () => work(runtime.config));
  } finally {
    await runtime.release();
  }
}

/** The same with all services at hand; no roles, so nothing listens and no job is worked off. */
async function withApp(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  await withRuntime(async (config) => {
    if (config.trial) await migrate(config.databaseUrl);
    else await requireSchema(config.databaseUrl);
    const app = await NestFactory.createApplicationContext(AppModule.register({ ...config, roles: [] }), {
      logger: new EventLog('error', ['cli']),
      abortOnError: false,
    });
    try {
      await work(app);
    } finally {
      await app.close();
    }
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const program = new Command('ruecklauf').description('What is done from the command line');

program
  .command('migrate')
  .description('bring the database to the schema of this version, or steps of it back')
  .option('--down [steps]', 'take the latest steps back, one unless a number is given')
  .option('--yes', 'also where that loses data')
  .action(({ down, yes = false }: { down?: string | true; yes?: boolean }) =>
    withRuntime(async (config) => {
      if (down === undefined) {
        const done = await migrate(config.databaseUrl);
        await recordMigrations(config.databaseUrl, done, new SystemClock().now());
        print(done.length > 0 ? `migrated: ${done.join(', ')}` : 'the schema is up to date');
        return;
      }
      const steps = down === true ? '1' : down;
      if (!/^[1-9]\d{0,3}$/.test(steps)) throw new WrongSchema(`--down ${steps} is no number of steps`);
      const undone = await migrateDown(config.databaseUrl, Number(steps), yes);
      print(`taken back: ${undone.join(', ')}. Start the version that goes with it.`);
    }),
  );

addTokenCommands(program, withApp, print);
addStaffCommands(program, withApp, print);

program
  .command('import')
  .description('read a CSV file into a list')
  .requiredOption('--list <id>', 'list to read into')
  .argument('<file>', 'CSV file with an e-mail column')
  .option('--dry-run', 'only say what would happen')
  .action((file: string, { list, dryRun }: { list: string; dryRun?: boolean }) =>
    withApp(async (app) => {
      const intake = app.get(ImportIntake, { strict: false });
      const received = await intake.receiveUpload(list, dryRun ? 'dry-run' : 'apply', createReadStream(file));
      await app.get(ImportService, { strict: false }).run(received.id);
      const done = await app.get(ImportService, { strict: false }).get(received.id);
      print(JSON.stringify({ state: done.state, rows: done.rows, error: done.error }));
      if (done.state === 'failed') process.exitCode = 1;
    }),
  );

program
  .command('backup')
  .description('write everything in the database into a file, also while it is in use')
  .argument('<file>', 'a file that is not there yet; it holds addresses and answers')
  .action((file: string) =>
    withRuntime(async ({ databaseUrl, secretKeys }) => {
      const rows = await makeBackup(databaseUrl, file, secretMark(secretKeys));
      print(`${file}: ${rows} rows. Keep SECRET_KEY with it: personal links are made from it.`);
    }),
  );

program
  .command('restore')
  .description('put a backup into the database, and hold all sending until it is confirmed')
  .argument('<file>', 'what `backup` has written')
  .option('--replace', 'replace whatever is in the database')
  .action((file: string, { replace = false }: { replace?: boolean }) =>
    withRuntime(async ({ databaseUrl, secretKeys }) => {
      const options = { replace, secret: secretMark(secretKeys) };
      const { rows, madeAt, otherSecret } = await restoreBackup(databaseUrl, file, options);
      print(`restored: ${rows} rows, as of ${madeAt.toISOString()}`);
      if (otherSecret)
        print(
          'Warning: the backup was made with another SECRET_KEY; links in mails that are out do not open.',
        );
      print('All sending is held. Confirm in the console or with: npm run cli -- sending confirm');
    }),
  );

const sending = program
  .command('sending')
  .description('what is held after a restore')
  .action(() =>
    withApp(async (app) => {
      print(holdInWords(await app.get(SendingGuard, { strict: false }).look()));
    }),
  );

sending
  .command('hold')
  .description('hold all sending, as after a restore of the whole machine')
  .action(() =>
    withApp(async (app) => {
      await app.get(RecoveryService, { strict: false }).hold();
      print(holdInWords(await app.get(SendingGuard, { strict: false }).hold()));
    }),
  );

sending
  .command('confirm')
  .description('let invitations and thank-yous go again')
  .addOption(
    new Option('--open <what>', 'what becomes of mails that may have gone out since then')
      .choices(['uncertain', 'send'])
      .default('uncertain'),
  )
  .action(({ open }: { open: OpenMails }) =>
    withApp(async (app) => {
      const { uncertain, replayed } = await app.get(RecoveryService, { strict: false }).confirm(open);
      print(`released; mails to decide about in the console: ${uncertain}`);
      const { unsubscribed, declined, suppressed, erased } = replayed;
      print(
        `done again from the journal: ${unsubscribed} unsubscribed, ${declined} declined, ${suppressed} suppressed, ${erased} erased`,
      );
      print(holdInWords(await app.get(SendingGuard, { strict: false }).hold()));
    }),
  );

sending
  .command('confirm-reminders')
  .description('let reminders go again')
  .action(() =>
    withApp(async (app) => {
      await app.get(RecoveryService, { strict: false }).confirmReminders();
      print(holdInWords(await app.get(SendingGuard, { strict: false }).hold()));
    }),
  );

program
  .command('doctor')
  .description('check what this installation stands on')
  .action(() =>
    withApp(async (app) => {
      const { checkInstallation } = await import('./app/doctor.js');
      const findings = await checkInstallation(app);
      for (const { ok, what, detail } of findings) print(`${ok ? 'ok   ' : 'WRONG'} ${what}: ${detail}`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    }),
  );

program.parseAsync().then(
  // Drivers may hold a socket open for a moment; what was asked for is done.
  () => sleep(0).then(() => process.exit()),
  (error: unknown) => {
    const expected =
      error instanceof WrongConfiguration ||
      error instanceof WrongSchema ||
      error instanceof BackupProblem ||
      error instanceof DomainError;
    process.stderr.write(
      `${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
    );
    process.exit(1);
  },
);
