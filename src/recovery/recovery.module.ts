import { Module } from '@nestjs/common';
import { ConsoleModule } from '../console/console.module.js';
import { MailingModule } from '../mailing/mailing.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SuppressionsModule } from '../suppressions/suppressions.module.js';
import { JournalReplay } from './journal-replay.js';
import { RecoveryConsoleController } from './recovery.console.controller.js';
import { RecoveryService } from './recovery.service.js';

/** What staff do after a database was restored or copied. */
@Module({
  imports: [ConsoleModule, MailingModule, ResponsesModule, SuppressionsModule],
  controllers: [RecoveryConsoleController],
  providers: [RecoveryService, JournalReplay],
})
export class RecoveryModule {}
