import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { endsWithin } from '../common/within-time.js';
import { PreparedStatements } from './prepared-statements.js';
import { CLOSE_MS, dataSourceOptions, MAX_CONNECTIONS } from './schema.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';

/** A request that gets no connection for so long is told so; one that hangs on its way is given up. */
const CONNECTION_MS = 10_000;
/** Planning, imports and exports work in portions that take seconds; what takes longer is a mistake. */
const STATEMENT_MS = 15 * 60_000;

/** Nest closes it when the process is to end, and must not wait forever for a database that hangs. */
class ClosingDataSource extends DataSource {
  override async destroy(): Promise<void> {
    await endsWithin(super.destroy(), CLOSE_MS);
  }
}

/** The connection pools of this process; entities register themselves with their feature. */
@Global()
@Module({
  providers: [PreparedStatements],
  exports: [PreparedStatements],
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl ?? ''),
        extra: {
          max: MAX_CONNECTIONS,
          connectionTimeoutMillis: CONNECTION_MS,
          statement_timeout: STATEMENT_MS,
          keepAlive: true,
        },
        autoLoadEntities: true,
        retryAttempts: 3,
      }),
      dataSourceFactory: (options) => Promise.resolve(new ClosingDataSource(options as DataSourceOptions)),
    }),
  ],
})
export class DatabaseModule {}
