import { Busy } from '../../common/errors.js';

/** Two of libuv's four threads; the others serve files and look up names meanwhile. */
const AT_ONCE = 2;
/** About a second's worth; a device that has signed in before may wait behind as many again. */
const MAX_WAITING = 20;
const RETRY_AFTER_SECONDS = 3;

/** Lets so much work through at once that it does not fill the thread pool, and turns away what would wait long. */
export class HashingQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce = AT_ONCE,
    private readonly maxWaiting = MAX_WAITING,
  ) {}

  /**
   * @param isKnown goes first, and is turned away later
   * @throws Busy where too many wait
   */
  async run<T>(work: () => Promise<T>, isKnown = false): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.maxWaiting * (isKnown ? 2 : 1)) throw new Busy(RETRY_AFTER_SECONDS);
      await new Promise<void>((go) => {
        if (isKnown) this.waiting.unshift(go);
        else this.waiting.push(go);
      });
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed on; only where nobody waits it becomes free.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
