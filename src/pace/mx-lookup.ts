import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Asks which hosts take a domain's mail. */
export abstract class MxLookup {
  /**
   * Host names of the MX records, best preference first (RFC 5321 §5.1). Empty for a domain without such
   * records, one empty name for a domain that takes no mail (null MX, RFC 7505), null if there was no answer.
   * Never throws.
   */
  abstract exchangesOf(domain: string): Promise<readonly string[] | null>;
}

/** DNS says that there is no such record, or no such domain. */
const NONE = new Set(['ENODATA', 'ENOTFOUND']);

/** Asks the DNS servers of this machine: each at most twice, with 2 seconds for the first answer. */
@Injectable()
export class DnsMxLookup extends MxLookup {
  private readonly resolver = new Resolver({ timeout: 2000, tries: 2 });

  async exchangesOf(domain: string): Promise<readonly string[] | null> {
    try {
      const records = await this.resolver.resolveMx(domain);
      // Servers give equal preferences in any order; by name it is the same one each time.
      records.sort((a, b) => a.priority - b.priority || (a.exchange < b.exchange ? -1 : 1));
      return records.map((record) => record.exchange);
    } catch (error) {
      return NONE.has((error as NodeJS.ErrnoException).code ?? '') ? [] : null;
    }
  }
}

/** Does no lookup: for mail that stays on this machine or in the trial inbox. */
@Injectable()
export class NoMxLookup extends MxLookup {
  exchangesOf(): Promise<null> {
    return Promise.resolve(null);
  }
}
