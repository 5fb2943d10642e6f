import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import type { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { EditorModule } from '../editor/editor.module.js';
import { ExportsModule } from '../exports/exports.module.js';
import { HealthModule } from './health.module.js';
import type { BodyTimes } from '../http/bodies/body-times.js';
import { HttpModule } from '../http/http.module.js';
import { ListsModule } from '../lists/lists.module.js';
import { ListsWorkerModule } from '../lists/lists-worker.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { SmtpModule } from '../smtp/smtp.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { LedgerWorkerModule } from '../ledger/ledger-worker.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { PaceModule } from '../pace/pace.module.js';
import { WavesModule } from '../waves/waves.module.js';
import { WavesWorkerModule } from '../waves/waves-worker.module.js';
import { ParticipantsModule } from '../participants/participants.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { RecoveryModule } from '../recovery/recovery.module.js';
import { AnsweringModule } from '../answering/answering.module.js';
import { ErasureModule } from '../erasure/erasure.module.js';
import { ErasureWorkerModule } from '../erasure/erasure-worker.module.js';
import { OpenLinksModule } from '../open-links/open-links.module.js';
import { OptOutsModule } from '../opt-outs/opt-outs.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SafeguardsModule } from '../safeguards/safeguards.module.js';
import { ResultsModule } from '../results/results.module.js';
import { SchedulerModule } from './scheduler.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { SecurityTxtModule } from './security-txt.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { SuppressionsModule } from '../suppressions/suppressions.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ThrottleModule } from '../throttle/throttle.module.js';

/** A configuration in which nothing is left to be found out. */
export type ReadyConfig = Config & { databaseUrl: string; secretKeys: readonly string[] };

export interface AppOptions {
  clock?: Clock;
  /** Instead of the configured one. */
  queuePrefix?: string;
  /** How long clients may take to send a body; tests shorten it. */
  bodyTimes?: BodyTimes;
}

/** All features; the roles decide which of them work off jobs and which run the sweeps. */
@Module({})
export class AppModule {
  static register(
    config: ReadyConfig,
    { clock, queuePrefix = config.queuePrefix, bodyTimes }: AppOptions = {},
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(config, clock),
        DatabaseModule,
        QueueModule.register(queuePrefix),
        ThrottleModule.register(queuePrefix),
        SafeguardsModule,
        ...(config.smtpUrl === undefined ? [InboxModule] : []),
        SmtpModule.register(config),
        AuditModule,
        HttpModule.register(bodyTimes),
        StaffModule,
        SuppressionsModule,
        ListsModule,
        SurveysModule,
        ParticipantsModule,
        LettersModule,
        PaceModule,
        LedgerModule,
        WavesModule,
        ResponsesModule,
        OptOutsModule,
        AnsweringModule,
        OpenLinksModule,
        ErasureModule,
        EditorModule,
        RecoveryModule,
        ResultsModule,
        StatisticsModule,
        ExportsModule,
        HealthModule,
        SecurityTxtModule,
        ...(config.roles.includes('worker')
          ? [WavesWorkerModule, LedgerWorkerModule, ListsWorkerModule, ErasureWorkerModule]
          : []),
        ...(config.roles.includes('scheduler') ? [SchedulerModule] : []),
      ],
    };
  }
}
