import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { AppOptions } from '../../src/app/app.module.js';
import { createApp } from '../../src/app/app.js';
import { Clock, SystemClock } from '../../src/common/clock.js';
import { readConfig } from '../../src/config/config.js';
import { rowsOf } from '../../src/database/rows.js';
import { ApiTokens } from '../../src/http/tokens/api-tokens.service.js';
import { MailingSweep } from '../../src/ledger/mailing-sweep.js';
import { EnrolmentSweep } from '../../src/participants/enrolment/enrolment-sweep.js';
import { AnonymitySweep } from '../../src/responses/anonymity-sweep.js';
import { ListErasureSweep } from '../../src/erasure/list-erasure-sweep.js';
import { ReleaseSweep } from '../../src/results/release-sweep.js';
import { Api } from './api.js';
import { cloneDatabase } from './database.js';
import { BY_HAND } from './known-steps.js';
import { MailServer } from './mail-server.js';

export type Backend = 'postgres' | 'redis';

/** The queue backends there are on this machine; without a Redis its tests are left out, and said to be. */
export const backends: Backend[] = process.env['TEST_REDIS_URL'] ? ['postgres', 'redis'] : ['postgres'];

/** The whole product on a database and a mail server of its own. */
export interface TestApp {
  app: NestFastifyApplication;
  url: string;
  api: Api;
  mail: MailServer;
  database: DataSource;
  databaseUrl: string;
  /** What the scheduler does every few seconds, once and now. */
  sweep(): Promise<void>;
  rows<Row>(statement: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  backend?: Backend;
  clock?: Clock;
  env?: Record<string, string>;
  /** What the mail server is like. */
  mail?: Parameters<typeof MailServer.start>[0];
  bodyTimes?: AppOptions['bodyTimes'];
  /** A database and a mail server that are there already, and stay. */
  database?: { url: string };
  mailServer?: MailServer;
}

/** Starts web and worker in this process; sweeps run when a test says so. */
export async function startApp({
  backend = 'postgres',
  clock = new SystemClock(),
  env = {},
  mail: mailOptions = {},
  bodyTimes,
  database: given,
  mailServer,
}: TestAppOptions = {}): Promise<TestApp> {
  const clone = given ? { ...given, drop: () => Promise.resolve() } : await cloneDatabase();
  const mail = mailServer ?? (await MailServer.start(mailOptions));
  const dataDir = await mkdtemp(join(tmpdir(), 'ruecklauf-app-'));
  const config = readConfig({
    DATABASE_URL: clone.url,
    SMTP_URL: mail.url,
    SECRET_KEY: 'a secret that is long enough for tests',
    PUBLIC_URL: 'https://umfrage.example.org',
    PORT: '0',
    DATA_DIR: dataDir,
    ROLES: 'web,worker',
    LOG_LEVEL: 'fatal',
    // Tests ask more often than anybody, and their clock may stand still.
    API_RATE: '1000000',
    ...(backend === 'redis' ? { REDIS_URL: process.env['TEST_REDIS_URL'] } : {}),
    ...env,
  });
  const app = await createApp(
    { ...config, databaseUrl: clone.url, secretKeys: config.secretKeys ?? [] },
    {
      clock,
      queuePrefix: `test-${randomBytes(4).toString('hex')}`,
      ...(bodyTimes && { bodyTimes }),
    },
  );
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const database = app.get(DataSource);
  // Tests write to the same invented people again and again; those that are about the cap set one.
  await rowsOf(database, 'UPDATE mail_caps SET most = NULL, days = NULL');
  const token = await app.get(ApiTokens, { strict: false }).create('test');
  return {
    app,
    url,
    api: new Api(url, token),
    mail,
    database,
    databaseUrl: clone.url,
    async sweep() {
      await app.get(EnrolmentSweep, { strict: false }).run();
      await app.get(AnonymitySweep, { strict: false }).run();
      await app.get(ReleaseSweep, { strict: false }).run();
      await app.get(ListErasureSweep, { strict: false }).run();
      await app.get(MailingSweep, { strict: false }).run();
    },
    rows: <Row>(statement: string, values: unknown[] = []) => rowsByHand<Row>(database, statement, values),
    async close() {
      // Tests leave answers unread, and nobody is to wait for these.
      app.getHttpServer().closeAllConnections();
      await app.close();
      if (!mailServer) await mail.stop();
      await clone.drop();
      // What was under way may still put down what it saw of the database.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

/** What a test writes itself may put messages, waves and surveys into any state. */
async function rowsByHand<Row>(database: DataSource, statement: string, values: unknown[]): Promise<Row[]> {
  if (!/\b(UPDATE|INSERT)\b[^]+\b(messages|waves|surveys)\b/.test(statement))
    return rowsOf<Row>(database, statement, values);
  return database.transaction(async (tx) => {
    await rowsOf(tx, BY_HAND);
    return rowsOf<Row>(tx, statement, values);
  });
}

/** Waits until something holds; the failure says what was waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 20,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await sleep(25);
  }
}
