import { type DynamicModule, Module, type OnApplicationShutdown, Optional } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { MailServers } from './mail-servers.js';
import { MailTrap } from './mail-trap.js';
import { parseSmtpUrls } from './smtp-server-url.js';

/** Outgoing mail: connections to the servers of SMTP_URL or, without it, to the trap that catches mails. */
@Module({})
export class SmtpModule implements OnApplicationShutdown {
  constructor(
    private readonly servers: MailServers,
    @Optional() private readonly trap?: MailTrap,
  ) {}

  static register(config: Config): DynamicModule {
    return {
      module: SmtpModule,
      global: true,
      providers: [
        {
          provide: MailServers,
          inject: [{ token: MailTrap, optional: true }],
          useFactory: (trap?: MailTrap) =>
            new MailServers({
              servers: parseSmtpUrls(config.smtpUrl ?? trap?.url ?? ''),
              connections: config.smtpConnections,
            }),
        },
      ],
      exports: [MailServers],
    };
  }

  /** Hand-overs under way finish before the trap they go to closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.servers.close();
    await this.trap?.close();
  }
}
