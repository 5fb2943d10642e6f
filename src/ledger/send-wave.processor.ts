import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { JobPayloads } from '../queue/jobs.js';
import { WaveSender } from './sending/wave-sender.js';

@Processor('send-wave', { concurrency: 20 })
export class SendWaveProcessor extends WorkerHost {
  constructor(private readonly work: WaveSender) {
    super();
  }

  async process(job: Job<JobPayloads['send-wave']>): Promise<void> {
    await this.work.sendWave(job.data.wave);
  }
}
