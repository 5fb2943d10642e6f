import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setUpOpenApi } from './openapi.js';
import { AppModule, type AppOptions, type ReadyConfig } from './app.module.js';
import { assetFolders } from '../common/assets.js';
import { compressPages } from './compression.js';
import { watchDatabase } from '../http/database-watch.js';
import { registerHostCheck } from '../http/host-check.js';
import { registerCookies } from '../http/own-cookies.js';
import { ProblemFilter } from '../http/problems/problem.filter.js';
import { registerSecurityHeaders, setSecurityHeaders } from '../http/security-headers.js';
import { connectionTimes, leaveBodiesUnparsed } from '../http/bodies/unparsed-bodies.js';
import { SignedTokens } from '../common/signed-token.js';
import { cleanedBy } from '../respondents/clean-link.rules.js';
import { redirectToCleanLink, registerCleanLinks } from '../respondents/clean-link-redirect.js';
import { EventLog } from './log.js';
import { sendErrorPage } from '../respondents/error.page.js';
import { registerOtherMethods } from '../respondents/other-methods.js';

/** Builds the application with everything around the routes; it does not listen yet. */
export async function createApp(
  config: ReadyConfig,
  options: AppOptions = {},
): Promise<NestFastifyApplication> {
  const problems = new ProblemFilter(sendErrorPage);
  const clean = cleanedBy(new SignedTokens(config.secretKeys));
  const https = config.publicUrl.startsWith('https:');
  const adapter = new FastifyAdapter({
    trustProxy: config.trustedProxies,
    ...connectionTimes,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      if (https) keepToHttps(reply);
      setSecurityHeaders(reply);
      if (redirectToCleanLink(request, reply, clean)) return;
      problems.answer(error, request, reply);
    },
  });
  leaveBodiesUnparsed(adapter.getInstance(), options.bodyTimes);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config, options), adapter, {
    logger: new EventLog(config.logLevel, config.roles),
    abortOnError: false,
    bufferLogs: false,
    bodyParser: false,
  });

  try {
    if (https)
      adapter.getInstance().addHook('onRequest', (_request, reply, done) => {
        keepToHttps(reply);
        done();
      });
    watchDatabase(adapter.getInstance(), config.databaseUrl, (error, request, reply) => {
      problems.answer(error, request, reply);
    });
    await registerPlugins(app, adapter, problems, config, clean);
    await app.init();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

/** Registers plugins, hooks, filters and static files: everything except routes. */
async function registerPlugins(
  app: NestFastifyApplication,
  adapter: FastifyAdapter,
  problems: ProblemFilter,
  config: ReadyConfig,
  clean: (url: string) => string | null,
): Promise<void> {
  const fastify = adapter.getInstance();
  registerSecurityHeaders(fastify);
  registerHostCheck(fastify, config, (error, request, reply) => {
    problems.answer(error, request, reply);
  });
  registerCleanLinks(fastify, clean);
  await registerCookies(fastify, config);
  await app.register(fastifyMultipart, { limits: { fileSize: 512 * 1024 * 1024, files: 1, fields: 50 } });
  await compressPages(app);
  await app.register(fastifyStatic, {
    root: assetFolders,
    prefix: '/assets/',
    maxAge: '1y',
    immutable: true,
    index: false,
  });
  registerOtherMethods(adapter.getInstance());

  app.useGlobalFilters(problems);
  setUpOpenApi(app, config, (error, request, reply) => {
    problems.answer(error, request, reply);
  });
}

/** Browsers that came by https come back by https (RFC 6797), to this host; about its neighbours we decide nothing. */
function keepToHttps(reply: FastifyReply): void {
  reply.raw.setHeader('strict-transport-security', 'max-age=31536000');
}
