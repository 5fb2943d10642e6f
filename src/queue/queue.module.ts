import { BullModule } from '@nestjs/bullmq';
import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { connectQueues, QUEUE_CONNECTION, type QueueConnection } from './backend.js';
import { Bells } from './bells.js';
import { jobKinds } from './jobs.js';
import { QueueClosing } from './queue-closing.js';
import { QueueErrors } from './queue-errors.js';
import { ProcessorCheck } from './processor-check.js';
import { SharedMarks } from './shared-marks.js';

@Global()
@Module({
  providers: [
    {
      provide: QUEUE_CONNECTION,
      inject: [CONFIG],
      useFactory: (config: Config): QueueConnection => {
        const log = new Logger('Queue');
        return connectQueues(config, (error) => {
          log.warn({ event: 'queue.connection', reason: error.message });
        });
      },
    },
  ],
  exports: [QUEUE_CONNECTION],
})
class QueueConnectionModule implements OnApplicationShutdown {
  constructor(@Inject(QUEUE_CONNECTION) private readonly connection: QueueConnection) {}

  /** Runs after the workers have closed: they are shut down with the modules that depend on this one. */
  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}

/** One queue per kind of job on whichever backend there is. */
@Global()
@Module({})
export class QueueModule {
  static register(prefix: string): DynamicModule {
    return {
      module: QueueModule,
      imports: [
        QueueConnectionModule,
        DiscoveryModule,
        BullModule.forRootAsync({
          imports: [QueueConnectionModule],
          inject: [QUEUE_CONNECTION],
          useFactory: ({ connection }: QueueConnection) => ({ connection, prefix }),
        }),
        BullModule.registerQueue(...jobKinds.map((name) => ({ name }))),
      ],
      providers: [
        Bells,
        ProcessorCheck,
        QueueErrors,
        QueueClosing,
        {
          provide: SharedMarks,
          inject: [QUEUE_CONNECTION],
          useFactory: ({ redis }: QueueConnection) => new SharedMarks(redis, `${prefix}:database-seen`),
        },
      ],
      exports: [Bells, SharedMarks],
    };
  }
}
