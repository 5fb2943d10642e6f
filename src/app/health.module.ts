import { Controller, Get, Header, HttpStatus, Module, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  HealthCheckService,
  HealthIndicatorService,
  TerminusModule,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { rowsOf } from '../database/rows.js';
import { requireSameSchema, WrongSchema } from '../database/schema.js';

const TIMEOUT_MS = 2000;

/** Says whether the process lives and whether it can serve; nothing about its inside. */
@Controller()
class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly indicators: HealthIndicatorService,
    private readonly dataSource: DataSource,
  ) {}

  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  alive() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    try {
      await this.health.check([
        () => this.database.pingCheck('database', { timeout: TIMEOUT_MS }),
        () => this.schema(),
      ]);
      return { status: 'ok' };
    } catch {
      void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
      return { status: 'unavailable' };
    }
  }

  /** A database that another version has migrated meanwhile is not for this process any more. */
  private async schema() {
    const schema = this.indicators.check('schema');
    const query = rowsOf<{ name: string }>(this.dataSource, 'SELECT name FROM migrations');
    query.catch(() => undefined);
    try {
      const done = await Promise.race([query, rejectAfter(TIMEOUT_MS)]);
      requireSameSchema(done.map(({ name }) => name));
      return schema.up();
    } catch (error) {
      return schema.down(error instanceof WrongSchema ? 'of another version' : 'not to be read');
    }
  }
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('the database did not answer'));
    }, ms).unref();
  });
}

@Module({ imports: [TerminusModule.forRoot({ logger: false })], controllers: [HealthController] })
export class HealthModule {}
