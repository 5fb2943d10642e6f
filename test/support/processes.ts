import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { until } from './app.js';

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

/** The built product as a process of its own, to be killed as it happens in life. */
export interface RunningProcess {
  url: string;
  /** What it printed. */
  output: () => string;
  /** Ends it at once, as the kernel does. */
  kill(): Promise<void>;
  /** Asks it to end in good order. */
  stop(): Promise<void>;
  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void;
  /** How it ended, once it has: its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/** Starts a process and waits until it answers. */
export async function startProcess(env: Record<string, string>): Promise<RunningProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LOG_LEVEL: 'error',
      ...env,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: Buffer) => (output += text.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code ?? signal ?? 0);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = until(
    'the process answers',
    async () => {
      if (child.exitCode !== null) throw new Error(`the process ended: ${output}`);
      // A process that serves nobody says when it has started.
      if (output.includes('"process.started"')) return true;
      return (await fetch(`${url}/healthz`).catch(() => null))?.status === 200;
    },
    60,
  );
  try {
    await answers;
  } catch (error) {
    // What nobody waits for any more would work on beside the tests that follow.
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url,
    output: () => output,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    signal: (signal) => child.kill(signal),
    ended,
  };
}

/** Runs one command of the command line and gives what it printed. */
export function runCommand(args: string[], env: Record<string, string>): Promise<Ended> {
  return runToItsEnd([cli, ...args], env);
}

/** Starts the product with settings that it will not take, and gives what it said. */
export function failToStart(env: Record<string, string>): Promise<Ended> {
  return runToItsEnd([main], env);
}

interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

async function runToItsEnd(args: string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  // What does not end was to fail and has started: it would run on beside the tests that follow.
  const timeout = setTimeout(() => child.kill('SIGKILL'), 90_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timeout);
  return { code, output, errors };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
