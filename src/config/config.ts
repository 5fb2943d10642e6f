import { isIP } from 'node:net';
import { environment, type Role } from './environment.js';
import { problemOfSecretKey } from './secret-key.rules.js';
import { withSecretsFromFiles } from './secrets-from-files.js';
import { WrongConfiguration } from './wrong-configuration.js';

export { type Role, WrongConfiguration };

export interface Config {
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Scheme, host in ASCII and port, without a trailing slash. */
  publicUrl: string;
  host: string;
  port: number;
  /** The signing secret first, then earlier ones; undefined in a trial until it is read from DATA_DIR. */
  secretKeys: readonly string[] | undefined;
  dataDir: string;
  roles: readonly Role[];
  mailFrom: string | undefined;
  bounceDomain: string | undefined;
  mailRate: number | undefined;
  smtpConnections: number;
  sample: boolean;
  adminEmail: string;
  adminPassword: string | undefined;
  trustedProxies: string[];
  /** Host names and addresses, IPv6 in brackets. */
  allowedHosts: readonly string[];
  apiDocs: 'open' | 'closed';
  /** Calls of one API token in a minute. */
  apiRate: number;
  logLevel: string;
  /** Of the queue's keys in Redis. */
  queuePrefix: string;
  /** Links to other machines may be http outside a trial. */
  allowHttp: boolean;
  heartbeatFile: string | undefined;
  /** For security.txt; none: there is none. */
  securityContacts: readonly string[];
  /** Started by `npm start` or the like. */
  underNpm: boolean;
  /** Nothing but Node is there: embedded database, migrations at start, a secret of our own. */
  trial: boolean;
}

/**
 * The one reader of the environment.
 *
 * @throws WrongConfiguration naming the variable, what is wrong with it and what would be right
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(withSecretsFromFiles(env));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new WrongConfiguration(`${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}`);
  }
  const e = parsed.data;
  const trial = e.DATABASE_URL === undefined;

  if (!trial && !e.SECRET_KEY) {
    throw new WrongConfiguration(
      'SECRET_KEY must be set when DATABASE_URL is set; make one with: openssl rand -hex 32',
    );
  }
  const problem = (e.SECRET_KEY ?? []).map(problemOfSecretKey).find((found) => found !== null);
  if (problem) throw new WrongConfiguration(`SECRET_KEY ${problem}`);

  const config = {
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    smtpUrl: e.SMTP_URL,
    publicUrl: e.PUBLIC_URL ?? `http://${shownHost(e.HOST)}:${e.PORT}`,
    host: e.HOST,
    port: e.PORT,
    secretKeys: e.SECRET_KEY,
    dataDir: e.DATA_DIR,
    roles: e.ROLES,
    mailFrom: e.MAIL_FROM,
    bounceDomain: e.BOUNCE_DOMAIN?.toLowerCase(),
    mailRate: e.MAIL_RATE,
    smtpConnections: e.SMTP_CONNECTIONS,
    sample: trial && e.SAMPLE !== 'off',
    adminEmail: e.ADMIN_EMAIL ?? 'admin@example.org',
    adminPassword: e.ADMIN_PASSWORD,
    trustedProxies: e.TRUSTED_PROXIES,
    allowedHosts: e.ALLOWED_HOSTS.map((host) => (isIP(host) === 6 ? `[${host}]` : host)),
    apiDocs: e.API_DOCS ?? (trial ? 'open' : 'closed'),
    apiRate: e.API_RATE,
    logLevel: e.LOG_LEVEL,
    queuePrefix: e.QUEUE_PREFIX,
    allowHttp: e.ALLOW_HTTP === 'on',
    heartbeatFile: e.HEARTBEAT_FILE,
    securityContacts: e.SECURITY_CONTACT,
    underNpm: e.npm_lifecycle_event !== undefined,
    trial,
  };
  // One that follows from HOST is checked once it is known that HOST is of this machine.
  if (e.PUBLIC_URL !== undefined) requireHttps(config);
  return config;
}

/**
 * Personal links open answers, so they travel encrypted unless they stay on this machine.
 *
 * @throws WrongConfiguration outside a trial where links to other machines would be http and ALLOW_HTTP is not set
 */
export function requireHttps({
  publicUrl,
  allowHttp,
  trial,
}: Pick<Config, 'publicUrl' | 'allowHttp' | 'trial'>): void {
  if (trial || allowHttp) return;
  const { protocol, hostname } = new URL(publicUrl);
  const isLocal = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
  if (protocol === 'https:' || isLocal) return;
  throw new WrongConfiguration(
    `PUBLIC_URL must start with https:// (it is ${publicUrl}): personal links and passwords would travel in clear text. ` +
      'ALLOW_HTTP=on allows it',
  );
}

/** As it is written in an address: an IPv6 address in brackets (RFC 3986 section 3.2.2), its zone left out. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIP(host) === 6 ? `[${host.split('%', 1)[0] ?? ''}]` : host;
}
