import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { JobPayloads } from '../queue/jobs.js';
import { ListErasureService } from './list-erasure.service.js';

@Processor('empty-list')
export class EmptyListProcessor extends WorkerHost {
  constructor(private readonly erasure: ListErasureService) {
    super();
  }

  async process(job: Job<JobPayloads['empty-list']>): Promise<void> {
    await this.erasure.run(job.data.list);
  }
}
