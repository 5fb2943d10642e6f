import { environment } from './support/ground.mjs';
import { wordsFor } from './support/letter-words.mjs';
import { runSmtpSource, startMailer, startSink, startWorker } from './support/processes.mjs';
import { startProduct } from './support/product.mjs';
import { line, median, note, ratio, title } from './support/report.mjs';

const WARM_UP = 300;

/** A wave with everything recorded, beside those who send the same and record nothing. */
export async function run(ground, { mails, connections, html, repetitions }) {
  const sink = await startSink();
  const env = environment(ground, 'worker', `smtp://127.0.0.1:${sink.port}?tls=off`, connections);
  const desk = await startProduct({ ...env, ROLES: 'web' });
  const lists = { mails: await desk.makeList(mails), warmUp: await desk.makeList(WARM_UP) };
  const { words, letter, htmlBytes } = await wordsFor(desk, await desk.makeSurvey(lists.warmUp), html);
  const size = letter.sharedBytes + 1200;

  title(
    'send',
    `${mails} mails of ${htmlBytes} bytes HTML (${size} as MIME) over ${connections} connections into ${sink.name}`,
  );
  const mailer = await startMailer({ port: sink.port, connections, letter });
  const workers = [await startWorker(env), await startWorker(env)];
  const plannedWave = async (list) => {
    const wave = await desk.scheduleWave(await desk.makeSurvey(list), words);
    await desk.planWave(wave);
    // What planning has left for Postgres to write is not part of sending.
    await ground.rows('CHECKPOINT');
    return wave;
  };
  const source = { port: sink.port, mails, connections, bytes: size };
  const cpu = [];

  const sides = {
    one: async () => {
      const wave = await plannedWave(lists.mails);
      return mailsPerSecond(
        mails,
        async () => cpu.push((await workers[0].send(wave)).cpuSeconds),
        () => requireAllAccepted(ground, wave, mails),
      );
    },
    two: async () => {
      const wave = await plannedWave(lists.mails);
      return mailsPerSecond(
        mails,
        () => Promise.all(workers.map((worker) => worker.send(wave))),
        () => requireAllAccepted(ground, wave, mails),
      );
    },
    mailer: () => mailsPerSecond(mails, () => mailer.send(mails)),
    source: async () => rateOf(mails, await runSmtpSource(source)),
    keptSource: async () => rateOf(mails, await runSmtpSource(source, ['-d'])),
  };

  for (const worker of workers) await worker.send(await plannedWave(lists.warmUp));
  await mailer.send(WARM_UP);
  const rates = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let i = 0; i < repetitions; i += 1) {
    for (const [side, measure] of Object.entries(sides)) {
      const rate = await measure();
      if (rate !== null) rates[side].push(rate);
    }
  }
  await Promise.all([...workers.map((worker) => worker.stop()), mailer.stop(), desk.close()]);
  sink.stop();

  const one = median(rates.one);
  line('Rücklauf, one worker, ledger and last-moment checks included', rates.one, 'mails/s');
  line("nodemailer's pooled sendMail, nothing recorded", rates.mailer, 'mails/s');
  ratio('Rücklauf : sendMail', one / median(rates.mailer), { atLeast: 5 });
  if (rates.source.length === 0) note('smtp-source is not on the PATH: no comparison with it');
  else {
    line('smtp-source, nothing recorded', rates.source, 'mails/s');
    ratio('Rücklauf : smtp-source', one / median(rates.source), { atLeast: 0.6 });
    line('smtp-source -d (connections kept for all mails)', rates.keptSource, 'mails/s');
    note(`  Rücklauf : smtp-source -d: ${(one / median(rates.keptSource)).toFixed(2)} ×`);
  }
  line('Rücklauf, two workers on one wave', rates.two, 'mails/s');
  ratio('two workers : one', median(rates.two) / one, { atLeast: 1 });
  note(`CPU of the worker process: ${((median(cpu) / mails) * 1000).toFixed(2)} ms a mail`);
}

async function mailsPerSecond(mails, work, check) {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  await check?.();
  return mails / seconds;
}

function rateOf(mails, seconds) {
  return seconds === null ? null : mails / seconds;
}

/** A fast bench that sends nothing is the oldest mistake. */
async function requireAllAccepted(ground, wave, mails) {
  const [{ count }] = await ground.rows(
    "SELECT count(*)::int AS count FROM messages WHERE wave_id = $1 AND state = 'accepted' AND reply LIKE '250%'",
    [wave],
  );
  if (count !== mails) throw new Error(`${count} of ${mails} mails of wave ${wave} are accepted`);
}
