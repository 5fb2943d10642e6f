import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Config } from '../config/config.js';
import { SessionCookie } from '../staff/sessions/session-cookie.js';
import { StaffSessions } from '../staff/sessions/staff-sessions.service.js';
import { ApiTokens } from '../http/tokens/api-tokens.service.js';
import { guardDocs } from './docs-access.js';
import { openApiDocument } from '../http/openapi/openapi-document.js';
import { apiOperations } from '../http/openapi/operations.js';

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
  SwaggerModule.setup('api/docs', app, () => openApiDocument(apiOperations()) as unknown as OpenAPIObject, {
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
