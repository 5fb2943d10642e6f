import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { environment } from './support/ground.mjs';
import { startServer } from './support/processes.mjs';
import { startProduct } from './support/product.mjs';
import { line, ratio, title } from './support/report.mjs';

const MAX_MS = 150;

/** Requests that mean harm: how long each takes, and how long nobody else is answered meanwhile. */
export async function run(ground, { repetitions }) {
  const env = environment(ground, 'web', 'smtp://127.0.0.1:9', 1);
  const desk = await startProduct(env);
  const survey = await desk.makeSurvey(await desk.makeList(1));
  const [{ path: link }] = await desk.linksOf(survey);
  const token = await desk.makeToken();
  await desk.close();
  title('bodies', `each request ${repetitions} times, /healthz asked all the while`);

  const server = await startServer('web-process.mjs', env);
  // The first letter of a process has the templates read.
  const { path, method, headers, body } = ordinaryLetter(survey, token);
  await send(server.url + path, method, headers, body);
  const slowest = {};
  for (const [name, attack] of Object.entries(attacks({ survey, link, token }))) {
    const answered = [];
    const blocked = [];
    for (let i = 0; i < repetitions; i += 1) {
      const { took, stalled, status } = await measure(server.url, attack);
      if (status >= 500) throw new Error(`${name}: ${status}`);
      answered.push(took);
      blocked.push(stalled);
    }
    line(name, answered, 'ms until the answer');
    line('  longest time without an answer of /healthz', blocked, 'ms');
    slowest[name] = Math.max(...blocked);
  }
  await server.stop();
  const [[name, worst]] = Object.entries(slowest).sort(([, a], [, b]) => b - a);
  ratio(`slowest, ${name}, to ${MAX_MS} ms`, worst / MAX_MS, { atMost: 1 });
}

function attacks({ survey, link, token }) {
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const zipped = { 'content-encoding': 'gzip' };
  const staff = { ...json, authorization: `Bearer ${token}` };
  const deep = '['.repeat(2_400_000);
  const fields = '=&'.repeat(2_600_000);
  const many = Array.from({ length: 400_000 }, (_, i) => `f${i}=`).join('&');
  const wrong = `/u/${'A'.repeat(32)}`;
  const letter = (body) =>
    JSON.stringify({ letters: { invitation: { de: { subject: 'x', body: body.slice(0, 20_000) } } } });
  const keys = `{${Array.from({ length: 99_000 }, (_, i) => `"k${i}":0`).join()}}`;
  return {
    'stranger: /u/x, gzip of 2.4 million [': post('/u/x', { ...json, ...zipped }, gzipSync(deep)),
    'stranger: API, gzip of 2.4 million [': post('/api/v1/surveys', { ...json, ...zipped }, gzipSync(deep)),
    'stranger: /o/nothing, gzip of 2.6 million fields': post(
      '/o/nothing',
      { ...form, ...zipped },
      gzipSync(fields),
    ),
    'stranger: wrong link, 400,000 fields': post(wrong, form, many),
    'stranger: sign-in, 400,000 fields': post('/console/sign-in', form, many),
    'right link, 400,000 fields': post(link, form, many),
    'token: JSON of 2.4 million [': post('/api/v1/surveys', staff, deep),
    'token: 99,000 unknown fields': post('/api/v1/surveys', staff, keys),
    'token: letter of {{ and 1,600 blanks': patch(survey, staff, letter(`Hallo {{${' '.repeat(1600)}`)),
    'token: letter of {{ and 20,000 blanks': patch(survey, staff, letter(`{{${' '.repeat(19_998)}`)),
    'token: letter of *a_': patch(survey, staff, letter('*a_'.repeat(7000))),
    'token: letter of an address and dots': patch(survey, staff, letter(`https://a${'.'.repeat(19_990)}`)),
    'token: letter of 1. a': patch(survey, staff, letter('1. a\n'.repeat(4000))),
  };
}

function ordinaryLetter(survey, token) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const words = { subject: 'Ihre Meinung', body: '{{greeting}}\n\nwas *erwarten* Sie von uns?\n\n{{link}}' };
  return patch(survey, headers, JSON.stringify({ letters: { invitation: { de: words } } }));
}

function post(path, headers, body) {
  return { method: 'POST', path, headers, body };
}

function patch(survey, headers, body) {
  return { method: 'PATCH', path: `/api/v1/surveys/${survey}`, headers, body };
}

/** In milliseconds. The process is asked for a sign of life every few milliseconds until some time after. */
async function measure(url, { method, path, headers, body }) {
  let last = performance.now();
  let stalled = 0;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      await send(`${url}/healthz`, 'GET', {}, '');
      const now = performance.now();
      stalled = Math.max(stalled, now - last);
      last = now;
    }
  })();
  const began = performance.now();
  const length = { 'content-length': Buffer.byteLength(body) };
  const status = await send(url + path, method, { ...headers, ...length }, body);
  const took = performance.now() - began;
  await send(`${url}/healthz`, 'GET', {}, '');
  isOver = true;
  await watch;
  return { took, stalled, status };
}

function send(url, method, headers, body) {
  return new Promise((resolve, reject) => {
    let answered = false;
    const sent = request(url, { method, headers: { host: 'umfrage.example.org', ...headers }, agent: false });
    sent.on('error', (error) => {
      if (!answered) reject(error);
    });
    sent.on('response', (response) => {
      answered = true;
      response.resume().on('end', () => {
        resolve(response.statusCode);
        sent.destroy();
      });
    });
    sent.end(body);
  });
}
