import { Injectable, Logger, Module, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Interval, ScheduleModule } from '@nestjs/schedule';
import { EditorModule } from '../editor/editor.module.js';
import { ImageSweep } from '../editor/images/image-sweep.js';
import { IdempotencySweep } from '../http/idempotency/idempotency-sweep.js';
import { ImportSweep } from '../lists/imports/import-sweep.js';
import { ListsModule } from '../lists/lists.module.js';
import { MailingSweep } from '../ledger/mailing-sweep.js';
import { MailProviders } from '../pace/mail-providers.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PaceModule } from '../pace/pace.module.js';
import { EnrolmentSweep } from '../participants/enrolment/enrolment-sweep.js';
import { ParticipantsModule } from '../participants/participants.module.js';
import { AnonymitySweep } from '../responses/anonymity-sweep.js';
import { ListErasureSweep } from '../erasure/list-erasure-sweep.js';
import { ErasureModule } from '../erasure/erasure.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { ThrottleSweep } from '../throttle/throttle-sweep.js';
import { ReleaseSweep } from '../results/release-sweep.js';
import { ResultsModule } from '../results/results.module.js';

const EVERY_MS = 5_000;
/** Reads whole lists, and nobody waits for it: an import is followed at once. */
const FOLLOW_EVERY_MS = 120_000;
const TIDY_EVERY_MS = 3_600_000;

interface Sweep {
  run(): Promise<unknown>;
}

/** What runs every few seconds, by the name it has in the log. */
const sweeps: Record<string, Type<Sweep>> = {
  mailing: MailingSweep,
  imports: ImportSweep,
  anonymity: AnonymitySweep,
  listErasures: ListErasureSweep,
  throttles: ThrottleSweep,
  releases: ReleaseSweep,
  providers: MailProviders,
};

/** Runs the sweeps every few seconds; one that is still running is not started again. */
@Injectable()
export class Sweeps {
  private readonly log = new Logger(Sweeps.name);
  private readonly running = new Set<string>();

  constructor(private readonly modules: ModuleRef) {}

  @Interval(EVERY_MS)
  async run(): Promise<void> {
    await Promise.all(Object.entries(sweeps).map(([name, sweep]) => this.guarded(name, sweep)));
  }

  @Interval(FOLLOW_EVERY_MS)
  async follow(): Promise<void> {
    await this.guarded('enrolments', EnrolmentSweep);
    await this.guarded('idempotency', IdempotencySweep);
  }

  @Interval(TIDY_EVERY_MS)
  async tidy(): Promise<void> {
    await this.guarded('images', ImageSweep);
  }

  private async guarded(name: string, sweep: Type<Sweep>): Promise<void> {
    if (this.running.has(name)) return;
    this.running.add(name);
    try {
      await this.modules.get(sweep, { strict: false }).run();
    } catch (error) {
      this.log.warn({ event: 'sweep.failed', sweep: name, reason: (error as Error).message });
    } finally {
      this.running.delete(name);
    }
  }
}

/** The role `scheduler`. */
@Module({
  imports: [
    ScheduleModule.forRoot(),
    LedgerModule,
    PaceModule,
    ListsModule,
    ParticipantsModule,
    ResponsesModule,
    ErasureModule,
    EditorModule,
    ResultsModule,
  ],
  providers: [Sweeps],
})
export class SchedulerModule {}
