/** Where mails go while no mail server is named: they are caught on this machine instead of being sent. */
export abstract class MailTrap {
  /** As in SMTP_URL. */
  abstract readonly url: string;
  abstract close(): Promise<void>;
}
