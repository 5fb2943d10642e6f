import { environment } from './support/ground.mjs';
import { wordsFor } from './support/letter-words.mjs';
import { startSink, startWorker } from './support/processes.mjs';
import { startProduct } from './support/product.mjs';
import { line, note, ratio, title } from './support/report.mjs';

/** What a worker process holds in memory at most while it plans and sends a wave, small and large. */
export async function run(ground, { small, large, connections, html }) {
  const sink = await startSink();
  const env = environment(ground, 'worker', `smtp://127.0.0.1:${sink.port}?tls=off`, connections);
  const desk = await startProduct({ ...env, ROLES: 'web' });
  const warmUp = await desk.makeSurvey(await desk.makeList(100));
  const { words, htmlBytes } = await wordsFor(desk, warmUp, html);
  title(
    'memory',
    `a worker process plans and sends ${small.toLocaleString('en')} and ${large.toLocaleString('en')} mails of ${htmlBytes} bytes HTML`,
  );

  const peaks = [];
  for (const people of [small, large]) {
    const survey = await desk.makeSurvey(await desk.makeList(people));
    const wave = await desk.scheduleWave(survey, words);
    const worker = await startWorker(env);
    const planning = await worker.plan(wave);
    const began = performance.now();
    const sending = await worker.send(wave);
    const rate = people / ((performance.now() - began) / 1000);
    await worker.stop();
    await requireFinished(ground, wave, people);

    const peak = Math.max(planning.peakBytes, sending.peakBytes) / 2 ** 20;
    peaks.push(peak);
    line(`peak of resident memory, ${people.toLocaleString('en')} mails`, [peak], 'MB');
    note(
      `  while planning ${inMb(planning)} MB, while sending ${inMb(sending)} MB at ${Math.round(rate)} mails/s`,
    );
  }
  await desk.close();
  sink.stop();
  ratio('large : small', peaks[1] / peaks[0], { atMost: 1.2 });
}

function inMb({ peakBytes }) {
  return Math.round(peakBytes / 2 ** 20);
}

async function requireFinished(ground, wave, people) {
  const [{ state, accepted }] = await ground.rows(
    `SELECT w.state, (SELECT count(*) FROM messages WHERE wave_id = w.id AND state = 'accepted')::int AS accepted
     FROM waves w WHERE w.id = $1`,
    [wave],
  );
  if (state !== 'finished' || accepted !== people) {
    throw new Error(`wave ${wave} is ${state} with ${accepted} of ${people} accepted`);
  }
}
