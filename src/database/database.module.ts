import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { endsWithin } from '../common/within-time.js';
import { PreparedStatements } from './prepared-statements.js';
import { CLOSE_MS, dataSourceOptions } from './schema.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';

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
        autoLoadEntities: true,
        retryAttempts: 3,
      }),
      dataSourceFactory: (options) => Promise.resolve(new ClosingDataSource(options as DataSourceOptions)),
    }),
  ],
})
export class DatabaseModule {}
