/**
 * The one place that knows what time it is. Everything that decides by time takes an instant as an
 * argument or asks this clock, so that a test can play a whole campaign in a second.
 */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
