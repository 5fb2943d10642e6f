import { textOf } from '../common/coded-text.js';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { rowOf, rowsOf } from '../database/rows.js';
import { MailServers } from '../smtp/mail-servers.js';
import { Bells } from '../queue/bells.js';
import { SenderCheck } from '../surveys/sender-check.js';
import { holdInWords } from '../safeguards/hold-in-words.js';
import { SendingGuard } from '../safeguards/sending-guard.service.js';

export interface Finding {
  ok: boolean;
  what: string;
  detail: string;
}

/** Tries what this installation stands on, one thing after the other, and says what is wrong with it. */
export async function checkInstallation(app: INestApplicationContext): Promise<Finding[]> {
  const config = app.get<Config>(CONFIG, { strict: false });
  return [
    await found('database', async () => {
      const { version } = await rowOf<{ version: string }>(
        app.get(DataSource, { strict: false }),
        "SELECT current_setting('server_version') AS version",
      );
      return `PostgreSQL ${version}${config.trial ? ' (embedded)' : ''}`;
    }),
    await found('queue', async () => {
      await app.get(Bells, { strict: false }).answer();
      return config.redisUrl ? 'Redis answers' : 'in Postgres';
    }),
    await found('mail server', async () => {
      if (config.smtpUrl === undefined) return 'none set: mails are caught at /inbox';
      const said = await app.get(MailServers, { strict: false }).verify();
      return `takes our connection. ${said.join('; ')}`;
    }),
    ...(await senders(app)),
    await found('sending', async () => {
      const hold = await app.get(SendingGuard, { strict: false }).look();
      if (hold) throw new Error(holdInWords(hold));
      return 'nothing is held';
    }),
    publicUrl(config),
  ];
}

/** Senders of surveys under way that the mail server rejects. */
async function senders(app: INestApplicationContext): Promise<Finding[]> {
  const check = app.get(SenderCheck, { strict: false });
  let surveys: { senderEmail: string }[];
  try {
    surveys = await rowsOf(
      app.get(DataSource, { strict: false }),
      `SELECT DISTINCT sender_email AS "senderEmail" FROM surveys
       WHERE state = 'published' AND closes_at > now() ORDER BY 1 LIMIT 20`,
    );
  } catch {
    // What is wrong with the database has been said above.
    return [];
  }
  const findings: Finding[] = [];
  for (const survey of surveys)
    for (const warning of await check.warnings(survey))
      findings.push({ ok: false, what: 'sender', detail: textOf(warning, 'en') });
  return findings;
}

function publicUrl(config: Config): Finding {
  const { protocol, hostname } = new URL(config.publicUrl);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (config.trial || (protocol === 'https:' && !local))
    return { ok: true, what: 'PUBLIC_URL', detail: config.publicUrl };
  return {
    ok: false,
    what: 'PUBLIC_URL',
    detail: `${config.publicUrl} stands in every link; it must be the https address people reach`,
  };
}

async function found(what: string, check: () => Promise<string>): Promise<Finding> {
  try {
    return { ok: true, what, detail: await check() };
  } catch (error) {
    return { ok: false, what, detail: (error as Error).message };
  }
}
