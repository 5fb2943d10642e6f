import { addressInMailbox } from '../common/email-address.js';
import type { Config } from '../config/config.js';

/** Who runs this installation, where no sender is known: the address that all mail comes from, or null. */
export function operatorOf({ mailFrom, securityContacts }: Config): string | null {
  const sender = mailFrom === undefined ? null : addressInMailbox(mailFrom);
  const contact = securityContacts.find((each) => each.startsWith('mailto:'));
  return sender ?? contact?.slice('mailto:'.length) ?? null;
}
