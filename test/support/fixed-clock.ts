import { Clock } from '../../src/common/clock.js';
import { instantOf } from '../../src/common/local-time.js';

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  /** Set to a wall-clock time in Berlin, `2021-10-18T09:00`. */
  static inBerlin(local: string): FixedClock {
    return new FixedClock(instantOf(local, 'Europe/Berlin'));
  }

  now(): Date {
    return this.instant;
  }

  moveTo(local: string): void {
    this.instant = instantOf(local, 'Europe/Berlin');
  }

  advance(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }
}
