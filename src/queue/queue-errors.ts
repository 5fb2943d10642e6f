import { WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Queue, type Worker } from 'bullmq';
import { errorFacts } from '../database/error-facts.js';

/** The part of a queue or worker that reports errors. */
interface ErrorSource {
  name: string;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Logs the errors of queues and workers, mostly lost connections, from which they recover by themselves. */
@Injectable()
export class QueueErrors implements OnApplicationBootstrap {
  private readonly log = new Logger(QueueErrors.name);

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders() as { instance: unknown }[]) {
      if (instance instanceof WorkerHost) this.logErrorsOfWorker(instance.worker as Worker);
      else if (instance instanceof Queue) this.logErrors(instance);
    }
  }

  private logErrorsOfWorker(worker: Worker): void {
    this.logErrors(worker);
    worker.on('failed', (job, error) => {
      this.log.error({
        event: 'job.failed',
        kind: worker.name,
        payload: job?.data as unknown,
        ...errorFacts(error),
      });
    });
  }

  private logErrors(source: ErrorSource): void {
    source.on('error', (error) => {
      this.log.warn({ event: 'queue.error', queue: source.name, reason: error.message });
    });
  }
}
