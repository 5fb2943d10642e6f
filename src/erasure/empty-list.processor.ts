import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { JobPayloads } from '../queue/jobs.js';
import { EmptyingService } from './emptying.service.js';

@Processor('empty-list')
export class EmptyListProcessor extends WorkerHost {
  constructor(private readonly emptying: EmptyingService) {
    super();
  }

  async process(job: Job<JobPayloads['empty-list']>): Promise<void> {
    await this.emptying.run(job.data.list);
  }
}
