import { WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Worker } from 'bullmq';
import { Bells } from './bells.js';

/**
 * Takes no further job once the process is to end.
 *
 * An orderly close of a BullMQ worker waits for its blocking connection to report its end. A connection
 * that is lost, or never came about, never does: ioredis gives up its reconnection without an event. So
 * where the queue does not answer, workers are closed by force. What they are working on goes on
 * meanwhile; hand-overs are waited for by `Rounds`, everything else is found again by the sweeps.
 */
@Injectable()
export class QueueClosing implements BeforeApplicationShutdown {
  private readonly log = new Logger(QueueClosing.name);

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly bells: Bells,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    const workers = this.workers();
    if (workers.length === 0) return;
    const answers = await this.bells.answer().then(
      () => true,
      () => false,
    );
    if (!answers) this.log.warn({ event: 'queue.closed-by-force', reason: 'the queue does not answer' });
    // Nest waits for the same promises later; by then hand-overs are settled.
    for (const worker of workers) worker.close(!answers).catch(() => undefined);
  }

  private workers(): Worker[] {
    return (this.discovery.getProviders() as { instance: unknown }[]).flatMap(({ instance }) =>
      instance instanceof WorkerHost ? [instance.worker as Worker] : [],
    );
  }
}
