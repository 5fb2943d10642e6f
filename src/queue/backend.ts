import { Socket } from 'node:net';
import {
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  type PostgresConnectionOptions,
  setDefaultBackendFactory,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { endsWithin } from '../common/within-time.js';
import type { Config } from '../config/config.js';

export const QUEUE_CONNECTION = Symbol('queue-connection');

/** The connections under all queues of this process, and how to end them. */
export interface QueueConnection {
  connection: ConnectionOptions;
  /** The connection to Redis, where there is one. */
  redis: Redis | null;
  close(): Promise<void>;
  /** Destroys connections that do not answer any more, so that its callers get an error instead of nothing. */
  breakOff(): void;
}

/** A pool waits for its connections to come back, and from a database that hangs none does. */
const CLOSE_MS = 3000;

/** BullMQ asks this for every queue and worker: the connection it is given decides the backend. */
setDefaultBackendFactory((name, options, factoryOptions) =>
  options.connection instanceof pg.Pool
    ? createPostgresBackend(
        name,
        { ...options, connection: options.connection as unknown as PostgresConnectionOptions },
        factoryOptions,
      )
    : createRedisBackend(name, options, factoryOptions),
);

/** Redis through ioredis where `REDIS_URL` is set, otherwise the Postgres that is there anyway. */
export function connectQueues(config: Config, onError: (error: Error) => void): QueueConnection {
  return config.redisUrl ? onRedis(config.redisUrl, onError) : onPostgres(config.databaseUrl ?? '', onError);
}

function onRedis(url: string, onError: (error: Error) => void): QueueConnection {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  redis.on('error', onError);
  return {
    connection: redis,
    redis,
    close: () => {
      redis.disconnect();
      return Promise.resolve();
    },
    breakOff: () => {
      redis.disconnect();
    },
  };
}

/** Each worker keeps one connection listening, so the pool is wider than the number of job kinds. */
function onPostgres(url: string, onError: (error: Error) => void): QueueConnection {
  const sockets = new BreakableSockets();
  const pool = new pg.Pool({
    connectionString: url,
    stream: () => sockets.open(),
    options: '-c search_path=bullmq',
    max: 12,
    keepAlive: true,
    application_name: 'ruecklauf-queue',
  });
  pool.on('error', onError);
  // The pool listens only to connections that lie idle; one that is lost in use would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  // Every queue and worker listens to its errors, more than Node's default limit of listeners.
  pool.setMaxListeners(0);
  return {
    connection: pool,
    redis: null,
    close: async () => {
      await endsWithin(pool.end(), CLOSE_MS);
    },
    breakOff: () => {
      sockets.breakOff();
    },
  };
}

/** The sockets under a pool, which offers no way to end a connection that is being made or in use. */
class BreakableSockets {
  private readonly sockets = new Set<Socket>();
  private isBroken = false;

  open(): Socket {
    const socket = new Socket();
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    // Connecting would revive a socket that is already destroyed.
    if (this.isBroken) setImmediate(() => socket.destroy(gone()));
    return socket;
  }

  breakOff(): void {
    this.isBroken = true;
    for (const socket of this.sockets) socket.destroy(gone());
  }
}

const gone = () => new Error('the queue is being closed');
