import { Module } from '@nestjs/common';
import { LedgerModule } from './ledger.module.js';
import { SendThankYousProcessor } from './send-thank-yous.processor.js';
import { SendWaveProcessor } from './send-wave.processor.js';

/** Sends; only in processes with the role `worker`. */
@Module({ imports: [LedgerModule], providers: [SendWaveProcessor, SendThankYousProcessor] })
export class LedgerWorkerModule {}
