import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ReadyConfig } from './app/app.module.js';
import { createApp } from './app/app.js';
import { startRuntime } from './app/boot.js';
import { version } from './common/version.js';
import { readConfig, requireHttps, WrongConfiguration } from './config/config.js';
import { createFirstAccount, firstAccountLines } from './staff/first-account.js';
import { StaffService } from './staff/staff.service.js';
import { askedToEnd, endInTime } from './app/ending.js';
import { migrate, requireSchema, WrongSchema } from './database/schema.js';
import { keepMemoryFlat } from './app/flat-memory.js';
import { keepHeartbeat } from './app/heartbeat.js';
import { asWrongAddress, isOnlyHere, requireListenAddress } from './app/listen-address.js';
import { EventLog } from './app/log.js';
import { placeSample } from './app/sample.js';
import { AccountsService } from './staff/accounts.service.js';

/** Starts whatever ROLES asks for, says where to go, and ends in good order on SIGTERM or SIGINT. */
async function start(): Promise<void> {
  keepMemoryFlat();
  const settings = readConfig();
  const log = new EventLog(settings.logLevel, settings.roles);
  // Only a trial has something to give back while it is still starting: a database of its own.
  const early = settings.trial ? askedToEnd(settings.underNpm, log) : null;
  log.log({ event: 'process.starting', roles: settings.roles, version, node: process.version }, 'Process');
  if (settings.roles.includes('web')) await requireListenAddress(settings);
  requireHttps(settings);
  const runtime = await startRuntime(settings);
  const { config } = runtime;
  let app: NestFastifyApplication | undefined;
  try {
    if (config.trial) await migrate(config.databaseUrl);
    else await requireSchema(config.databaseUrl);
    app = await createApp(config);
    if (config.roles.includes('web')) await listen(app, config);
    if (config.heartbeatFile !== undefined) keepHeartbeat(config.heartbeatFile);
    log.log({ event: 'process.started' }, 'Process');
    const signal = await (early ?? askedToEnd(settings.underNpm, log));
    log.log({ event: 'process.ending', signal }, 'Process');
  } finally {
    await endInTime(app, () => runtime.release(), settings.roles, log);
  }
  log.log({ event: 'process.ended' }, 'Process');
}

async function listen(app: NestFastifyApplication, config: ReadyConfig): Promise<void> {
  const account = await createFirstAccount(app.get(StaffService, { strict: false }), config, () =>
    app.get(AccountsService, { strict: false }).setUpLink('earlier'),
  );
  if (config.sample) await placeSample(app);
  await app.listen(config.port, config.host).catch((error: unknown) => {
    throw asWrongAddress(error, config);
  });
  say(account ? firstAccountLines(account, config.publicUrl) : '');
  say(`Rücklauf is running. Open ${config.publicUrl}/console`);
  if (config.smtpUrl !== undefined) return;
  say(`Mails are caught and shown at ${config.publicUrl}/inbox`);
  if (!isOnlyHere(config.host)) {
    say('Warning: whoever reaches this server reads the caught mails at /inbox. Set SMTP_URL to send them.');
  }
}

function say(line: string): void {
  if (line) process.stdout.write(`${line}\n`);
}

start().then(
  () => process.exit(0),
  (error: unknown) => {
    const expected = error instanceof WrongConfiguration || error instanceof WrongSchema;
    process.stderr.write(
      expected
        ? `${error.message}\n`
        : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);
