import { Processor, WorkerHost } from '@nestjs/bullmq';

import { WaveSender } from './wave-sender.js';

@Processor('send-thank-yous')
export class SendThankYousProcessor extends WorkerHost {
  constructor(private readonly work: WaveSender) {
    super();
  }

  async process(): Promise<void> {
    await this.work.sendThankYous();
  }
}
