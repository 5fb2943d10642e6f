import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const PATIENCE_MS = 40_000;

/**
 * One request; rejects where the connection breaks.
 *
 * @param {string} url
 * @param {{ method?: string, type?: string, token?: string, body?: string }} what
 * @returns {Promise<{ status: number, text: string }>}
 */
export function call(url, { method = 'GET', type, token, body = '' }) {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(type ? { 'content-type': type } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-length': Buffer.byteLength(body) } : {}),
    };
    const sent = request(url, { method, agent, headers, timeout: PATIENCE_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * The same again and again until the server answers for itself: a broken connection and a 5xx are tried
 * again, as people do.
 */
export async function callUntilAnswered(url, what, seconds = 120) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await call(url, what).catch((error) => ({ status: 0, text: String(error) }));
    if (answer.status > 0 && answer.status < 500) return answer;
    if (performance.now() > end) throw new Error(`${url} did not answer: ${answer.status} ${answer.text}`);
    await sleep(150);
  }
}

/** The JSON of a call to /api/v1 that must succeed. */
export async function callApi(base, token, method, path, body) {
  const answer = await callUntilAnswered(`${base}/api/v1${path}`, {
    method,
    token,
    ...(body === undefined ? {} : { type: 'application/json', body: JSON.stringify(body) }),
  });
  const json = answer.text ? JSON.parse(answer.text) : null;
  if (answer.status >= 400) throw Object.assign(new Error(answer.text), { status: answer.status });
  return json;
}
