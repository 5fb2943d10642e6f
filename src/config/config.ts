import { parsedUrl } from '../common/parsed-url.js';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { addressInMailbox, parseEmailAddress } from '../common/email-address.js';
import { problemOfPublicUrl, publicOrigin } from './public-url.rules.js';
import { problemOfSecretKey } from './secret-key.rules.js';
import { withSecretsFromFiles } from './secrets-from-files.js';
import { problemOfSmtpUrls } from './smtp-url.rules.js';
import { WrongConfiguration } from './wrong-configuration.js';

const roles = ['web', 'worker', 'scheduler'] as const;
export type Role = (typeof roles)[number];

export { WrongConfiguration };

/** An empty variable counts as unset, as compose files and shells like to pass `NAME=`. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const url = (...protocols: string[]) =>
  z.string().refine((text) => protocols.includes(parsedUrl(text)?.protocol ?? ''), {
    message: `must be a URL starting with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

const publicUrl = z
  .string()
  .superRefine((text, context) => {
    const message = problemOfPublicUrl(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  })
  .transform(publicOrigin);

const smtpUrl = z.string().superRefine((text, context) => {
  const message = problemOfSmtpUrls(text);
  if (message !== null) context.addIssue({ code: 'custom', message });
});

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, {
      message: `must be a whole number from ${min} to ${max}`,
    })
    .transform(Number);

const roleList = z
  .string()
  .transform((text) => text.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(roles, { error: `may only list ${roles.join(', ')}` })).min(1));

const proxyList = z
  .string()
  .transform((text) => text.split(',').map((proxy) => proxy.trim()))
  .refine((proxies) => proxies.every(isProxy), {
    message:
      'must list addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
  });

const hostList = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((host) => host !== ''))
  .refine((hosts) => hosts.every(isHost), {
    message: 'must list host names or addresses such as survey.internal or 10.0.0.5, separated by commas',
  });

function isHost(text: string): boolean {
  return isIP(text.replace(/^\[|\]$/g, '')) > 0 || /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(text);
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && most > 0 && (bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= most))
  );
}

/** Every environment variable: its meaning, its check, its default. Secrets also come from files, `<NAME>_FILE`. */
const environment = z.object({
  /** Postgres to use; unset: an embedded one under DATA_DIR (trial). */
  DATABASE_URL: optional(url('postgres:', 'postgresql:')),
  /** Redis for the queue; unset: the queue lives in Postgres. */
  REDIS_URL: optional(url('redis:', 'rediss:')),
  /**
   * Mail servers, separated by spaces or commas; unset: mails are caught and shown at /inbox. TLS is required
   * but for one on this machine, unless `?tls=off`; `?weight=1…100`.
   */
  SMTP_URL: optional(smtpUrl),
  /** Address under which people reach this service, without a path; it is in every link. */
  PUBLIC_URL: optional(publicUrl),
  /** Interface to listen on. */
  HOST: optional(z.string()).transform((host) => host ?? '127.0.0.1'),
  /** Port to listen on; 0 takes a free one. */
  PORT: optional(wholeNumber(0, 65535)).transform((port) => port ?? 3000),
  /** Signs links and sessions; several, separated by commas or line breaks: the first signs, all are accepted. Trial: made and kept in DATA_DIR. */
  SECRET_KEY: optional(z.string()).transform((secret) =>
    secret?.split(/[,\r\n]+/).map((part) => part.trim()),
  ),
  /** Where the trial keeps its database, secret and files. */
  DATA_DIR: optional(z.string()).transform((dir) => resolve(dir ?? './data')),
  /** What this process does. */
  ROLES: optional(roleList).transform((list): readonly Role[] => list ?? roles),
  /** From address of every mail, `Name <address>` or an address alone; unset: the survey's sender. */
  MAIL_FROM: optional(
    z.string().refine((text) => addressInMailbox(text) !== null, {
      message: 'must be an e-mail address, alone or as Name <address>',
    }),
  ),
  /** Domain for envelope senders and Message-IDs; unset: the From address's domain. */
  BOUNCE_DOMAIN: optional(
    z.string().regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/i, 'must be a domain name such as bounce.example.org'),
  ),
  /** Mails per second over all workers; unset: no limit. */
  MAIL_RATE: optional(
    z
      .string()
      .refine((text) => Number(text) > 0, { message: 'must be a number of mails per second above 0' })
      .transform(Number),
  ),
  /** SMTP connections a worker keeps open. */
  SMTP_CONNECTIONS: optional(wholeNumber(1, 500)).transform((count) => count ?? 10),
  /** Whether a fresh trial starts with the sample survey: `on` (trial) or `off`. */
  SAMPLE: optional(z.enum(['on', 'off'], { error: 'must be on or off' })),
  /** Address and password of the first staff member; unset: admin@example.org and a password printed once. */
  ADMIN_EMAIL: optional(
    z.string().refine((text) => parseEmailAddress(text) !== null, 'must be an e-mail address'),
  ),
  ADMIN_PASSWORD: optional(z.string().min(8, 'must have at least 8 characters')),
  /** Reverse proxies in front whose `X-Forwarded-For` is believed: addresses, networks, `loopback`, `linklocal`, `uniquelocal`. */
  TRUSTED_PROXIES: optional(proxyList).transform((list) => list ?? ['loopback']),
  /**
   * Hosts we answer for in addition to PUBLIC_URL's and this machine, by name or address; for requests that
   * bypass the proxy.
   */
  ALLOWED_HOSTS: optional(hostList).transform((hosts) => hosts ?? []),
  /** Who may read `/api/docs`: everybody (`open`, trial), or who is signed in or has a token (`closed`). */
  API_DOCS: optional(z.enum(['open', 'closed'], { error: 'must be open or closed' })),
  /** Calls one API token may make in a minute; an import or export counts as twenty. */
  API_RATE: optional(wholeNumber(1, 1_000_000)).transform((calls) => calls ?? 6000),
  /** How much is logged. */
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])).transform(
    (level) => level ?? 'info',
  ),
  /** Whether links to other machines than this one may be http: `on`, as where TLS ends elsewhere in a closed network. */
  ALLOW_HTTP: optional(z.enum(['on', 'off'], { error: 'must be on or off' })),
  /** Keeps several installations apart on one Redis. */
  QUEUE_PREFIX: optional(
    z.string().regex(/^[\w-]{1,40}$/, 'may have up to 40 letters, digits, hyphens and underscores'),
  ).transform((prefix) => prefix ?? 'ruecklauf'),
  /** Touched every ten seconds once this process has started, for health checks of a worker. */
  HEARTBEAT_FILE: optional(z.string()),
  /** Where to report weaknesses (RFC 9116): `mailto:`, `https:` or `tel:` addresses, separated by spaces; unset: no security.txt. */
  SECURITY_CONTACT: optional(
    z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((contact) => contact !== ''))
      .refine(
        (contacts) =>
          contacts.every((contact) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(contact)),
        {
          message: 'must list addresses that begin with mailto:, https:// or tel:',
        },
      ),
  ).transform((contacts) => contacts ?? []),
  /** Set by npm for what it runs. */
  npm_lifecycle_event: z.string().optional(),
});

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
  return isIP(host) === 6 ? `[${host.replace(/%.*$/, '')}]` : host;
}
