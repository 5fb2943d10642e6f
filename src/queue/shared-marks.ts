import type { Redis } from 'ioredis';

const TIMEOUT_MS = 1000;
/** Connection states in which waiting for a command makes sense; when a process starts it is not connected yet. */
const USABLE_STATES = ['wait', 'connecting', 'connect', 'ready'];

/**
 * Numbers that only ever rise, one for each name, kept where all processes with the same Redis see them. Without
 * a Redis, or while it does not answer, nothing is known and nothing is kept.
 */
export class SharedMarks {
  /** @param key of the sorted set that holds them */
  constructor(
    private readonly redis: Redis | null,
    private readonly key: string,
  ) {}

  async highest(name: string): Promise<number | null> {
    const score = await this.inTime((redis) => redis.zscore(this.key, name));
    return score === null ? null : Number(score);
  }

  /** Redis keeps the higher of the two (GT, since Redis 6.2). */
  async raise(name: string, value: number): Promise<void> {
    await this.inTime((redis) => redis.zadd(this.key, 'GT', value, name));
  }

  /** ioredis would wait for an unreachable Redis without limit; here a command has a timeout. */
  private async inTime<Result>(command: (redis: Redis) => Promise<Result>): Promise<Result | null> {
    if (!this.redis || !USABLE_STATES.includes(this.redis.status)) return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, TIMEOUT_MS, null);
    });
    const answer = command(this.redis).catch(() => null);
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
