import fastifyCompress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What respondents fetch, and the files of all pages. */
const COMPRESSED = /^\/(assets|u|o|c|unsubscribe|accessibility)(\/|$)/;

/**
 * Sends respondents' pages and all assets compressed. A page that reflects input beside a secret would
 * give the secret away by its size (BREACH), so the console, which knows who is signed in, is left out;
 * respondents have no cookie, and the token in their pages is the one in the address they have opened.
 */
export async function compressPages(app: NestFastifyApplication): Promise<void> {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      if (!COMPRESSED.test(route.url)) route.compress = false;
    });
  await app.register(fastifyCompress, {
    // Request bodies are the BodyInterceptor's, which takes none that are compressed but imports.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: 1024,
    customTypes: /^(text\/(html|css|javascript)|application\/javascript|image\/svg\+xml)/,
  });
}
