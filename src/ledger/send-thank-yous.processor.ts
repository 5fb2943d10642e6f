import { Processor, WorkerHost } from '@nestjs/bullmq';

import { ThankYouSender } from './sending/thank-you-sender.js';

@Processor('send-thank-yous')
export class SendThankYousProcessor extends WorkerHost {
  constructor(private readonly work: ThankYouSender) {
    super();
  }

  async process(): Promise<void> {
    await this.work.send();
  }
}
