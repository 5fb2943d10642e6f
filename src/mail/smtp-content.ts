import { Readable, type Writable } from 'node:stream';
import { dotStuffed } from './dot-stuffing.js';

/**
 * The message on its way into DATA. It is written straight to the socket, in one piece; the stream it
 * is meant for only adds the end marker, which is asked for once the content has left this process.
 * So `endSent` says exactly whether the server may have seen the last dot, and a mail whose time has
 * run out is cut off before it: what has no end must not be delivered (RFC 5321 section 4.1.1.4).
 */
export class Content extends Readable {
  endSent = false;
  late = false;

  constructor(
    private readonly raw: Buffer,
    private readonly socket: Writable,
    private readonly notAfter?: number,
  ) {
    super();
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T): T {
    if (this.cutIfLate()) return destination;
    this.socket.write(dotStuffed(this.raw), (error) => {
      if (error || this.cutIfLate()) return;
      this.endSent = true;
      destination.end();
    });
    return destination;
  }

  private cutIfLate(): boolean {
    if (!isPast(this.notAfter)) return false;
    this.late = true;
    this.socket.destroy();
    return true;
  }
}

/** Whether a moment of `performance.now()` has gone by; never without one. */
export function isPast(moment: number | undefined): boolean {
  return moment !== undefined && performance.now() > moment;
}
