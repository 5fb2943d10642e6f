import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/**
 * Shows the API at `/api/docs`, as JSON at `/api/docs-json`. Page and scripts come from this server;
 * only what is below `/api/v1` is listed.
 */
export function setUpOpenApi(app: NestFastifyApplication): void {
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

function documentOf(app: NestFastifyApplication, info: ReturnType<DocumentBuilder['build']>) {
  const document = SwaggerModule.createDocument(app, info);
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/'));
  return { ...document, paths: Object.fromEntries(paths) };
}
