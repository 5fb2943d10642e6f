import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A worker of the product as a process of its own. */
export async function startWorker(env) {
  const child = fork(script('worker-process.mjs'), { env });
  await answer(child, null);
  return {
    pid: child.pid,
    plan: (wave) => answer(child, { task: 'plan', wave }),
    send: (wave) => answer(child, { task: 'send', wave }),
    async stop() {
      child.send({ task: 'end' });
      await once(child, 'exit');
    },
  };
}

/** A web server in a process of its own. */
export async function startServer(name, env) {
  const child = fork(script(name), { env });
  const { url } = await answer(child, null);
  return {
    url,
    tell: (message) => answer(child, message),
    async stop() {
      child.send({ end: true });
      await once(child, 'exit');
    },
  };
}

/** nodemailer's pool in a process of its own. */
export async function startMailer(settings) {
  const child = fork(script('mailer-process.mjs'));
  await answer(child, settings);
  return {
    send: (mails) => answer(child, { mails }),
    async stop() {
      child.send({ end: true });
      await once(child, 'exit');
    },
  };
}

/** A mail server that takes everything and keeps nothing: Postfix's, or ours where that is missing. */
export async function startSink() {
  const port = await freePort();
  const postfix = spawnSync('smtp-sink', ['-?']).error === undefined;
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = postfix
    ? spawn('smtp-sink', [...user, `127.0.0.1:${port}`, '1000'], { stdio: 'ignore' })
    : fork(script('sink-process.mjs'), [String(port)]);
  child.once('exit', (code) => {
    if (code) throw new Error(`the mail server ended with ${code}`);
  });
  await sleep(500);
  return {
    name: postfix ? "Postfix's smtp-sink" : 'our own sink (smtp-sink is not on the PATH)',
    port,
    stop: () => child.kill('SIGKILL'),
  };
}

/** Seconds that Postfix's load generator takes, or null where it is missing. */
export async function runSmtpSource({ port, mails, connections, bytes }, flags = []) {
  const args = [...flags, '-s', connections, '-m', mails, '-l', bytes];
  const began = performance.now();
  const child = spawn(
    'smtp-source',
    [...args.map(String), '-f', 'buero@netzwerk.test', '-t', 'person@anbieter.test', `127.0.0.1:${port}`],
    { stdio: 'inherit' },
  );
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  if (code === null) return null;
  if (code !== 0) throw new Error(`smtp-source ended with ${code}`);
  return (performance.now() - began) / 1000;
}

function answer(child, message) {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a process of the bench ended early'));
    child.once('exit', ended);
    child.once('message', (value) => {
      child.off('exit', ended);
      resolve(value);
    });
    if (message !== null) child.send(message);
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
