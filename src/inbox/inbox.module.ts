import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { InboxController } from './inbox.controller.js';
import { MailTrap } from '../smtp/mail-trap.js';
import { TrialInbox } from './trial-inbox.js';

/** Catches the mails of a trial and shows them; there only while SMTP_URL is not set. */
@Global()
@Module({
  controllers: [InboxController],
  providers: [
    {
      provide: MailTrap,
      inject: [DataSource, Clock],
      useFactory: (dataSource: DataSource, clock: Clock) => TrialInbox.start(dataSource, clock),
    },
  ],
  exports: [MailTrap],
})
export class InboxModule {}
