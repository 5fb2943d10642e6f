import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { JobPayloads } from '../../queue/jobs.js';
import { ImportService } from './import.service.js';

@Processor('import-list')
export class ImportListProcessor extends WorkerHost {
  constructor(private readonly imports: ImportService) {
    super();
  }

  async process(job: Job<JobPayloads['import-list']>): Promise<void> {
    await this.imports.run(job.data.import, 'leave');
  }
}
