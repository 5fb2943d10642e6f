import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { addressInMailbox, parseEmailAddress } from '../common/email-address.js';
import { parsedUrl } from '../common/parsed-url.js';
import { problemOfPublicUrl, publicOrigin } from './public-url.rules.js';
import { problemOfSmtpUrls } from './smtp-url.rules.js';

const roles = ['web', 'worker', 'scheduler'] as const;
export type Role = (typeof roles)[number];

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
export const environment = z.object({
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
