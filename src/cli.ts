import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { AppModule, type ReadyConfig } from './app.module.js';
import { runAs } from './audit/actor.js';
import { recordMigrations } from './audit/record-migrations.js';
import { prepareGround } from './boot.js';
import { addStaffCommands, addTokenCommands } from './cli-staff.js';
import { SystemClock } from './common/clock.js';
import { DomainError } from './common/errors.js';
import { readConfig, WrongConfiguration } from './config/config.js';
import { migrate, requireSchema, SchemaIsOld } from './database/schema.js';
import { ImportIntake } from './lists/import-intake.js';
import { ImportService } from './lists/import.service.js';
import { EventLog } from './log.js';

/** Runs a command on the database this installation uses, also beside a running server. */
async function withGround(work: (config: ReadyConfig) => Promise<void>): Promise<void> {
  const ground = await prepareGround(readConfig());
  try {
    await runAs('cli', () => work(ground.config));
  } finally {
    await ground.release();
  }
}

/** The same with all services at hand; no roles, so nothing listens and no job is worked off. */
async function withApp(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  await withGround(async (config) => {
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
  .description('bring the database to the schema of this version')
  .action(() =>
    withGround(async (config) => {
      const done = await migrate(config.databaseUrl);
      await recordMigrations(config.databaseUrl, done, new SystemClock().now());
      print(done.length > 0 ? `migrated: ${done.join(', ')}` : 'the schema is up to date');
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
  .command('doctor')
  .description('check what this installation stands on')
  .action(() =>
    withApp(async (app) => {
      const { checkInstallation } = await import('./doctor.js');
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
      error instanceof WrongConfiguration || error instanceof SchemaIsOld || error instanceof DomainError;
    process.stderr.write(
      `${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
    );
    process.exit(1);
  },
);
