import { Injectable, Logger, Module } from '@nestjs/common';
import { Interval, ScheduleModule } from '@nestjs/schedule';
import { ImportSweep } from './lists/import-sweep.js';
import { ListsModule } from './lists/lists.module.js';
import { MailingSweep } from './mailing/mailing-sweep.js';
import { MailingModule } from './mailing/mailing.module.js';

const EVERY_MS = 5_000;

/** Runs the sweeps every few seconds; one that is still running is not started again beside itself. */
@Injectable()
class Sweeps {
  private readonly log = new Logger(Sweeps.name);
  private running = false;

  constructor(
    private readonly mailing: MailingSweep,
    private readonly imports: ImportSweep,
  ) {}

  @Interval(EVERY_MS)
  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (const sweep of [this.mailing, this.imports]) await this.guarded(sweep);
    } finally {
      this.running = false;
    }
  }

  private async guarded(sweep: { run(): Promise<void> }): Promise<void> {
    try {
      await sweep.run();
    } catch (error) {
      this.log.warn({
        event: 'sweep.failed',
        sweep: sweep.constructor.name,
        reason: (error as Error).message,
      });
    }
  }
}

/** The role `scheduler`. */
@Module({
  imports: [ScheduleModule.forRoot(), MailingModule, ListsModule],
  providers: [Sweeps],
})
export class SchedulerModule {}
