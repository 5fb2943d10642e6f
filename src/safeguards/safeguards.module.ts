import { Global, Module } from '@nestjs/common';
import { OptOutJournal } from './opt-out-journal.js';
import { SendingGuard } from './sending-guard.service.js';

/** What protects people when the database is lost and brought back. */
@Global()
@Module({ providers: [SendingGuard, OptOutJournal], exports: [SendingGuard, OptOutJournal] })
export class SafeguardsModule {}
