import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types.js';
import type { TestApp } from './app.js';
import { ApiTokens } from '../../src/http/tokens/api-tokens.service.js';
import { requireDescribed } from './described-answers.js';

export type TypedApi = Client<paths>;

/** The API by a client whose types are made from `docs/openapi.json`; answers are held against it here too. */
export async function typedApi({ app, url }: TestApp): Promise<TypedApi> {
  const token = await app.get(ApiTokens, { strict: false }).create('typed');
  const client = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${token}` } });
  client.use({
    async onResponse({ request, response }) {
      const { pathname, search } = new URL(request.url);
      const { status, headers } = response;
      const text = await response.clone().text();
      const isJson = /\b(problem\+)?json\b/.test(headers.get('content-type') ?? '');
      const body = isJson ? (JSON.parse(text) as unknown) : text;
      requireDescribed(request.method, `${pathname.replace('/api/v1', '')}${search}`, {
        status,
        body,
        headers,
      });
    },
  });
  return client;
}
