import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Clock } from '../common/clock.js';
import type { JobKind, JobPayloads } from './jobs.js';

const TIMEOUT_MS = 2000;
/** Short enough to go unnoticed, long enough to merge the jobs of many responses. */
const MOMENT_MS = 100;

/**
 * Adds jobs that wake workers. Never part of a transaction and never the only way: a sweep finds the work of
 * a lost job, so a queue that is down delays requests but fails none.
 */
@Injectable()
export class Bells implements BeforeApplicationShutdown {
  private readonly log = new Logger(Bells.name);
  private readonly soon = new Map<JobKind, NodeJS.Timeout>();
  private readonly queues: { [K in JobKind]: Queue<JobPayloads[K]> };

  constructor(
    private readonly clock: Clock,
    @InjectQueue('import-list') importList: Queue,
    @InjectQueue('empty-list') emptyList: Queue,
    @InjectQueue('start-wave') startWave: Queue,
    @InjectQueue('send-wave') sendWave: Queue,
    @InjectQueue('send-thank-yous') sendThankYous: Queue,
  ) {
    this.queues = {
      'import-list': importList,
      'empty-list': emptyList,
      'start-wave': startWave,
      'send-wave': sendWave,
      'send-thank-yous': sendThankYous,
    };
  }

  /**
   * @param at when to ring; now if it is left out or past
   * @param once while a job of this name is waiting or running, this call adds none
   */
  async ring<K extends JobKind>(
    kind: K,
    payload: JobPayloads[K],
    when: { at?: Date; once?: string } = {},
  ): Promise<void> {
    const delay = Math.max(0, (when.at?.getTime() ?? 0) - this.clock.now().getTime());
    const queue = this.queues[kind] as Queue;
    const added = queue.add(kind, payload, {
      delay,
      attempts: 3,
      backoff: { type: 'exponential', delay: 1000 },
      removeOnComplete: true,
      removeOnFail: true,
      ...(when.once ? { jobId: when.once } : {}),
    });
    try {
      await Promise.race([added, rejectAfter(TIMEOUT_MS)]);
    } catch (error) {
      this.log.warn({ event: 'bell.not-rung', kind, payload, reason: (error as Error).message });
      added.catch(() => undefined);
    }
  }

  /**
   * Rings after a short delay and merges all calls until then into one job. With the queue in PostgreSQL each
   * job is a commit of its own, too expensive for each response.
   */
  ringSoon(kind: 'send-thank-yous'): void {
    if (this.soon.has(kind)) return;
    const timer = setTimeout(() => {
      this.soon.delete(kind);
      void this.ring(kind, {});
    }, MOMENT_MS);
    this.soon.set(kind, timer);
  }

  /** Work whose job was not added yet is found by the next sweep. */
  beforeApplicationShutdown(): void {
    for (const timer of this.soon.values()) clearTimeout(timer);
    this.soon.clear();
  }

  /** @throws Error where the queue does not answer in time */
  async answer(): Promise<void> {
    await Promise.race([this.queues['send-wave'].getJobCounts('waiting'), rejectAfter(TIMEOUT_MS)]);
  }
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error(`the queue did not answer within ${ms} ms`));
    }, ms).unref();
  });
}
