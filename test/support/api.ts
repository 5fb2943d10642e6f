import { requireDescribed } from './described-answers.js';

/** An answer of the API: its status and its JSON, which tests look into as they please. */
export interface ApiAnswer {
  status: number;
  body: any;
  headers: Headers;
}

/** Calls /api/v1 as a script would, and holds every answer against its description. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get(path: string): Promise<ApiAnswer> {
    return this.call('GET', path);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    return this.call('POST', path, body, headers);
  }

  patch(path: string, body: unknown): Promise<ApiAnswer> {
    return this.call('PATCH', path, body);
  }

  postCsv(path: string, csv: string): Promise<ApiAnswer> {
    return this.send('POST', path, csv, { 'content-type': 'text/csv' });
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const json = body === undefined ? undefined : JSON.stringify(body);
    return this.send(method, path, json, {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    });
  }

  private async send(
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ): Promise<ApiAnswer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = /\b(problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
    const answer: ApiAnswer = {
      status: response.status,
      body: isJson ? (JSON.parse(text) as unknown) : text,
      headers: response.headers,
    };
    requireDescribed(method, path, answer);
    return answer;
  }
}
