import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

import type { Config } from '../config/config.js';
import { SessionCookie } from '../console/session-cookie.js';
import { StaffSessions } from '../console/staff-sessions.service.js';
import { ApiTokens } from '../http/api-tokens.service.js';
import { guardDocs } from './docs-access.js';

type Answer = (error: Error, request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Shows the API at `/api/docs`, as JSON at `/api/docs-json`. Page and scripts come from this server;
 * only what is below `/api/v1` is listed.
 */
export function setUpOpenApi(
  app: NestFastifyApplication,
  { apiDocs }: Pick<Config, 'apiDocs'>,
  answer: Answer,
): void {
  const isKnown = (request: FastifyRequest) => isSignedIn(app, request);
  guardDocs(app.getHttpAdapter().getInstance(), { isOpen: apiDocs === 'open', isKnown, answer });
  const info = new DocumentBuilder()
    .setTitle('Rücklauf')
    .setDescription(
      'Lists, surveys, waves, responses and the response rate. Send `Authorization: Bearer <token>`; make a ' +
        'token with `npm run cli -- token add --name <name>`. Errors are problem documents (RFC 9457) with a ' +
        'stable `code`. Lists come in pages: pass `next` as `cursor`. A POST may carry an `Idempotency-Key`.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api/docs', app, () => documentOf(app, info), {
    jsonDocumentUrl: 'api/docs-json',
    yamlDocumentUrl: 'api/docs-yaml',
    customSiteTitle: 'Rücklauf API',
  });
}

async function isSignedIn(app: NestFastifyApplication, request: FastifyRequest): Promise<boolean> {
  const session = app.get(SessionCookie, { strict: false }).read(request);
  if (session && (await app.get(StaffSessions, { strict: false }).memberWith(session, false))) return true;
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  return token !== undefined && (await app.get(ApiTokens, { strict: false }).find(token)) !== null;
}

function documentOf(app: NestFastifyApplication, info: ReturnType<DocumentBuilder['build']>) {
  const document = SwaggerModule.createDocument(app, info);
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/'));
  return { ...document, paths: Object.fromEntries(paths) };
}
