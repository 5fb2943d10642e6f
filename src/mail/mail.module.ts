import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { InboxController } from './inbox.controller.js';
import { MailServers } from './mail-servers.js';
import { parseSmtpUrls } from './smtp-server-url.js';
import { TrialInbox } from './trial-inbox.js';

const TRIAL_INBOX = Symbol('trial inbox');

/**
 * The way out for mails: connections to the servers that SMTP_URL names or, without it, to the trial
 * inbox, whose pages exist only then.
 */
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(
    private readonly servers: MailServers,
    @Inject(TRIAL_INBOX) private readonly inbox: TrialInbox | null,
  ) {}

  static register(config: Config): DynamicModule {
    const { smtpUrl } = config;
    return {
      module: MailModule,
      global: true,
      controllers: smtpUrl === undefined ? [InboxController] : [],
      providers: [
        {
          provide: TRIAL_INBOX,
          inject: [DataSource, Clock],
          useFactory: (dataSource: DataSource, clock: Clock) =>
            smtpUrl === undefined ? TrialInbox.start(dataSource, clock) : null,
        },
        {
          provide: MailServers,
          inject: [TRIAL_INBOX],
          useFactory: (inbox: TrialInbox | null) =>
            new MailServers({
              servers: parseSmtpUrls(smtpUrl ?? inbox?.url ?? ''),
              connections: config.smtpConnections,
            }),
        },
      ],
      exports: [MailServers],
    };
  }

  /** Hand-overs under way finish before the inbox they go to closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.servers.close();
    await this.inbox?.close();
  }
}
