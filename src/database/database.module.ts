import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PreparedStatements } from './prepared-statements.js';
import { dataSourceOptions } from './schema.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';

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
    }),
  ],
})
export class DatabaseModule {}
