import { WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Worker } from 'bullmq';
import { QUEUE_CONNECTION, type QueueConnection } from './backend.js';
import { Bells } from './bells.js';

/**
 * Takes no further jobs during shutdown.
 *
 * An orderly close of a BullMQ worker waits for its blocking connection to report its end. A connection that
 * is lost, or never came about, never does: ioredis gives up its reconnection without an event. So where the
 * queue does not answer, workers are closed by force and the connections under them broken: on Postgres even
 * a close by force waits for a connection that is being made. What they are working on goes on meanwhile;
 * hand-overs are waited for by `Rounds`, everything else is found again by the sweeps.
 */
@Injectable()
export class QueueClosing implements BeforeApplicationShutdown {
  private readonly log = new Logger(QueueClosing.name);

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly bells: Bells,
    @Inject(QUEUE_CONNECTION) private readonly connection: QueueConnection,
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
    if (!answers) this.connection.breakOff();
  }

  private workers(): Worker[] {
    return (this.discovery.getProviders() as { instance: unknown }[]).flatMap(({ instance }) =>
      instance instanceof WorkerHost ? [instance.worker as Worker] : [],
    );
  }
}
