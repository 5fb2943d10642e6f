import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { WavesModule } from '../waves/waves.module.js';
import { ErasureModule } from '../erasure/erasure.module.js';
import { OptOutsModule } from '../opt-outs/opt-outs.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SuppressionsModule } from '../suppressions/suppressions.module.js';
import { JournalReplay } from './journal-replay.js';
import { RecoveryConsoleController } from './recovery.console.controller.js';
import { RecoveryService } from './recovery.service.js';

/** What staff do after a database was restored or copied. */
@Module({
  imports: [StaffModule, WavesModule, ResponsesModule, OptOutsModule, ErasureModule, SuppressionsModule],
  controllers: [RecoveryConsoleController],
  providers: [RecoveryService, JournalReplay],
})
export class RecoveryModule {}
