import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { JobPayloads } from '../queue/jobs.js';
import { WaveStarter } from './wave-starter.js';

@Processor('start-wave')
export class StartWaveProcessor extends WorkerHost {
  constructor(private readonly work: WaveStarter) {
    super();
  }

  async process(job: Job<JobPayloads['start-wave']>): Promise<void> {
    await this.work.start(job.data.wave);
  }
}
