import { Module } from '@nestjs/common';
import { MailingModule } from './mailing.module.js';
import { SendThankYousProcessor } from './send-thank-yous.processor.js';
import { SendWaveProcessor } from './send-wave.processor.js';
import { StartWaveProcessor } from './start-wave.processor.js';

/** What the role `worker` does for mailings. */
@Module({
  imports: [MailingModule],
  providers: [StartWaveProcessor, SendWaveProcessor, SendThankYousProcessor],
})
export class MailingWorkerModule {}
