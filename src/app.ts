import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { setUpOpenApi } from './api/openapi.js';
import { AppModule, type AppOptions, type ReadyConfig } from './app.module.js';
import { assetsFolder } from './common/assets.js';
import { ProblemFilter } from './http/problem.filter.js';
import { registerCsvBody } from './lists/csv-body.js';
import { EventLog } from './log.js';
import { renderErrorPage } from './responses/error.page.js';

/** Builds the application with everything around the routes; it does not listen yet. */
export async function createApp(
  config: ReadyConfig,
  options: AppOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ trustProxy: ['loopback', 'uniquelocal'], bodyLimit: 5 * 1024 * 1024 });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config, options), adapter, {
    logger: new EventLog(config.logLevel),
    abortOnError: false,
    bufferLogs: false,
  });

  try {
    await furnish(app, adapter);
    await app.init();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

/** Everything around the routes. */
async function furnish(app: NestFastifyApplication, adapter: FastifyAdapter): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: 512 * 1024 * 1024, files: 1, fields: 50 } });
  await app.register(fastifyStatic, {
    root: assetsFolder,
    prefix: '/assets/',
    maxAge: '1y',
    immutable: true,
    index: false,
  });
  registerCsvBody(adapter.getInstance());
  // Scripts send `Content-Type: application/json` with every POST, also where there is nothing to say.
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    const { headers } = request.raw;
    if ((headers['content-length'] ?? '0') === '0' && !headers['transfer-encoding'])
      delete headers['content-type'];
    done();
  });

  app.useGlobalFilters(new ProblemFilter(renderErrorPage));
  setUpOpenApi(app);
}
