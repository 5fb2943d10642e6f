import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { parseEmailAddress } from '../common/email-address.js';
import { InvalidInput, problem } from '../common/errors.js';
import { rowOf, rowsOf } from '../database/rows.js';
import { providerByName, providerOf } from './mail-providers.rules.js';
import { MxLookup } from './mx-lookup.js';

/** How long an answer of DNS is used. */
const FRESH_DAYS = 7;
/** After this time DNS is asked again if it gave no answer. */
const RETRY_HOURS = 1;
/** How many queries are open at the same time. */
const QUESTIONS = 20;

/**
 * Which mail provider takes which domain's mail, for the paces of providers: found out from MX records, or
 * fixed by staff (`looked_up_at` is infinity). Sending does not wait for it; a domain that is not looked up
 * yet is its own provider.
 */
@Injectable()
export class MailProviders {
  private readonly log = new Logger(MailProviders.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly mx: MxLookup,
  ) {}

  /**
   * Inserts the domains of a survey's participants to be looked up later, and returns how many were new. They
   * are inserted in order, so that two surveys with the same domains cannot deadlock.
   */
  async noteDomains(survey: string): Promise<number> {
    const { noted } = await rowOf<{ noted: number }>(
      this.dataSource,
      `WITH noted AS (
         INSERT INTO mail_domains (domain, provider, looked_up_at)
         SELECT domain, domain, '-infinity' FROM (
           SELECT DISTINCT split_part(s.email_key, '@', 2) AS domain
           FROM participants p JOIN subscribers s ON s.id = p.subscriber_id WHERE p.survey_id = $1
         ) AS domains ORDER BY domain
         ON CONFLICT DO NOTHING RETURNING 1
       )
       SELECT count(*)::int AS noted FROM noted`,
      [survey],
    );
    return noted;
  }

  /** Who takes this domain's mail, as far as is known; else the domain is its own provider. */
  async nameOf(domain: string): Promise<string> {
    const name = domainName(domain, 'provider');
    const [row] = await rowsOf<{ provider: string }>(
      this.dataSource,
      "SELECT provider FROM mail_domains WHERE domain = $1 AND looked_up_at > '-infinity'",
      [name],
    );
    return row?.provider ?? providerByName(name) ?? name;
  }

  /** As a sweep: looks up what is due. */
  async run(): Promise<void> {
    await this.lookUp();
  }

  /**
   * Looks up the domains that have waited longest and returns their number; fewer than `limit` means that no
   * more are due. Safe to run on several machines at once: they share the work.
   */
  async lookUp(limit = 100): Promise<number> {
    const domains = await this.take(limit);
    if (domains.length === 0) return 0;

    const found = new Map<string, string>();
    const left = domains.values();
    const ask = async () => {
      for (const domain of left) {
        const provider = await this.find(domain);
        if (provider !== null) found.set(domain, provider);
      }
    };
    await Promise.all(Array.from({ length: QUESTIONS }, ask));

    await this.record(found);
    this.log.log({ event: 'mail_domains.looked_up', asked: domains.length, found: found.size });
    return domains.length;
  }

  /**
   * Staff say that these domains belong to a provider, whatever DNS says.
   *
   * @param provider its main domain
   * @throws InvalidInput if it is not a domain name
   */
  async assign(provider: string, domains: readonly string[]): Promise<void> {
    await rowsOf(
      this.dataSource,
      `INSERT INTO mail_domains (domain, provider, looked_up_at)
       SELECT DISTINCT domain, $1, 'infinity'::timestamptz FROM unnest($2::text[]) AS domain ORDER BY domain
       ON CONFLICT (domain) DO UPDATE SET provider = excluded.provider, looked_up_at = excluded.looked_up_at`,
      [domainName(provider, 'provider'), domains.map((domain, i) => domainName(domain, `domains[${i}]`))],
    );
  }

  /**
   * Claims due domains, so that no other worker takes them. They are marked as failed in advance: if this
   * process dies, they are tried again.
   */
  private async take(limit: number): Promise<string[]> {
    const rows = await rowsOf<{ domain: string }>(
      this.dataSource,
      `WITH due AS MATERIALIZED (
         SELECT domain FROM mail_domains WHERE looked_up_at < $1::timestamptz - interval '${FRESH_DAYS} days'
         ORDER BY looked_up_at, domain LIMIT $2 FOR UPDATE SKIP LOCKED
       )
       UPDATE mail_domains d
       SET looked_up_at = $1::timestamptz - interval '${FRESH_DAYS} days' + interval '${RETRY_HOURS} hours'
       FROM due WHERE d.domain = due.domain RETURNING d.domain`,
      [this.clock.now(), limit],
    );
    return rows.map((row) => row.domain);
  }

  /** Null where DNS gave no answer. */
  private async find(domain: string): Promise<string | null> {
    const known = providerByName(domain);
    if (known !== undefined) return known;
    const exchanges = await this.mx.exchangesOf(domain);
    return exchanges && providerOf(domain, exchanges);
  }

  /** Writes what was found, except where staff have decided meanwhile. */
  private async record(found: ReadonlyMap<string, string>): Promise<void> {
    await rowsOf(
      this.dataSource,
      `UPDATE mail_domains d SET provider = f.provider, looked_up_at = $3
       FROM unnest($1::text[], $2::text[]) AS f (domain, provider)
       WHERE d.domain = f.domain AND d.looked_up_at < 'infinity'`,
      [[...found.keys()], [...found.values()], this.clock.now()],
    );
  }
}

/** The part behind the `@` of an address key. */
function domainName(text: string, path: string): string {
  const address = parseEmailAddress(`postmaster@${text.trim()}`);
  if (address === null) throw new InvalidInput([problem(path, 'pace.not_a_domain_name')]);
  return address.key.slice('postmaster@'.length);
}
