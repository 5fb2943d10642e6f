import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { environment } from './support/ground.mjs';
import { requestsPerSecond } from './support/load.mjs';
import { startServer } from './support/processes.mjs';
import { startProduct } from './support/product.mjs';
import { line, median, note, ratio, title } from './support/report.mjs';

/** Both sides have answered this many before the first measurement: a process in use has its code compiled. */
const WARM_UP = 3000;

/** Opening a questionnaire and submitting a response, beside bare routes that do the least there is to do. */
export async function run(ground, { visits, clients, repetitions }) {
  const env = environment(ground, 'web', 'smtp://127.0.0.1:9', 1);
  const desk = await startProduct(env);
  const people = visits * repetitions + WARM_UP;
  const questionnaire = await sample();
  title(
    'pages',
    `${visits} personal links opened, ${visits} responses submitted over ${clients} connections; ${questionnaire.questions} questions on one page`,
  );
  const survey = await desk.makeSurvey(await desk.makeList(people), questionnaire.json);
  const links = await desk.linksOf(survey);
  await ground.rows(
    'CREATE TABLE bare_responses (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, answers jsonb NOT NULL)',
  );
  await ground.rows('VACUUM ANALYZE');

  const ours = await startServer('web-process.mjs', env);
  const bare = await startServer('bare-process.mjs', env);
  const page = await (await fetch(ours.url + links[0].path)).text();
  await bare.tell({ page });

  const open = {
    ours: (from) => ({ url: ours.url, requests: take(links, from, ({ path }) => ({ method: 'GET', path })) }),
    bare: (from) => ({
      url: bare.url,
      requests: take(links, from, ({ id }) => ({ method: 'GET', path: `/open/${id}` })),
    }),
  };
  const submit = {
    ours: (from) => ({
      url: ours.url,
      requests: take(links, from, ({ path }) => formPost(path, questionnaire.form)),
    }),
    bare: (from) => ({
      url: bare.url,
      requests: take(links, from, () => jsonPost('/submit', questionnaire.answers)),
    }),
  };
  const measure = async (side, from, count, status) => {
    const { url, requests } = side(from);
    return requestsPerSecond(url, { connections: clients, requests: requests.slice(0, count), status });
  };

  for (const side of Object.values(open)) await measure(side, 0, WARM_UP, 200);
  for (const side of Object.values(submit)) await measure(side, 0, WARM_UP, 303);
  const results = { openOurs: [], openBare: [], submitOurs: [], submitBare: [] };
  for (let i = 0; i < repetitions; i += 1) {
    const from = WARM_UP + i * visits;
    results.openOurs.push(await measure(open.ours, from, visits, 200));
    results.openBare.push(await measure(open.bare, from, visits, 200));
    await ground.rows('CHECKPOINT');
    results.submitOurs.push(await measure(submit.ours, from, visits, 303));
    await ground.rows('CHECKPOINT');
    results.submitBare.push(await measure(submit.bare, from, visits, 303));
  }
  await requireStored(ground, survey, people);
  await Promise.all([ours.stop(), bare.stop(), desk.close()]);

  const rates = (of) => of.map(({ rate }) => rate);
  line('Rücklauf: open by personal link', rates(results.openOurs), 'pages/s');
  line('bare Fastify route: one row by key, the same bytes', rates(results.openBare), 'pages/s');
  ratio('open', median(rates(results.openOurs)) / median(rates(results.openBare)), { atLeast: 0.5 });
  line('Rücklauf: submit (check, store, thank-you row)', rates(results.submitOurs), 'responses/s');
  line('bare Fastify route: the same JSON inserted durably', rates(results.submitBare), 'responses/s');
  ratio('submit', median(rates(results.submitOurs)) / median(rates(results.submitBare)), { atLeast: 0.4 });
  note(`latency p50/p99: open ${latency(results.openOurs)}, submit ${latency(results.submitOurs)}`);
  note(`the page: ${Buffer.byteLength(page)} bytes, ${brotliCompressSync(page).length} compressed`);
}

/** The sample survey with all its questions on one page, and one way to answer them. */
async function sample() {
  const json = JSON.parse(
    await readFile(new URL('../samples/staedtepartnerschaften-nrw.json', import.meta.url)),
  );
  const elements = json.pages.flatMap((page) => page.elements);
  const answers = Object.fromEntries(elements.flatMap((element) => answerTo(element)));
  const form = new URLSearchParams([
    ['page', '0'],
    ['go', 'submit'],
  ]);
  for (const [name, answer] of Object.entries(answers)) {
    if (Array.isArray(answer)) answer.forEach((value) => form.append(`q.${name}`, value));
    else if (typeof answer === 'object')
      Object.entries(answer).forEach(([row, value]) => form.append(`q.${name}.${row}`, value));
    else form.append(`q.${name}`, answer);
  }
  return {
    json: { ...json, pages: [{ name: 'alles', elements }] },
    answers,
    form: form.toString(),
    questions: Object.keys(answers).length,
  };
}

function answerTo({ type, name, choices, columns, rows }) {
  const first = (items) => items[0].value ?? items[0];
  switch (type) {
    case 'html':
      return [];
    case 'radiogroup':
    case 'dropdown':
      return [[name, first(choices)]];
    case 'checkbox':
      return [[name, choices.slice(0, 2).map((choice) => choice.value ?? choice)]];
    case 'rating':
      return [[name, 4]];
    case 'boolean':
      return [[name, true]];
    case 'matrix':
      return [[name, Object.fromEntries(rows.map((row) => [row.value ?? row, first(columns)]))]];
    case 'text':
      return [[name, 7]];
    default:
      return [[name, 'Mehr Austausch unter den Vereinen, und das öfter als einmal im Jahr.']];
  }
}

function take(links, from, shape) {
  return links.slice(from).map(shape);
}

function formPost(path, body) {
  return { method: 'POST', path, body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}

function jsonPost(path, answers) {
  return {
    method: 'POST',
    path,
    body: JSON.stringify(answers),
    headers: { 'content-type': 'application/json' },
  };
}

function latency(results) {
  return `${median(results.map(({ p50 }) => p50))}/${median(results.map(({ p99 }) => p99))} ms`;
}

/** A response that is not there, or without its thank-you, ends the bench. */
async function requireStored(ground, survey, wanted) {
  const [{ stored, thanked }] = await ground.rows(
    `SELECT (SELECT count(*)::int FROM responses WHERE survey_id = $1) AS stored,
       (SELECT count(*)::int FROM messages WHERE survey_id = $1 AND kind = 'thank_you') AS thanked`,
    [survey],
  );
  if (stored !== wanted || thanked !== wanted)
    throw new Error(`${stored} responses and ${thanked} thank-yous of ${wanted}`);
}
