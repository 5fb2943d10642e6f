import { Readable, type Writable } from 'node:stream';
import { dotStuffed } from './dot-stuffing.js';

/**
 * The message on its way into DATA. It is written straight to the socket, in one piece; the stream it
 * is meant for only adds the end marker, which is asked for once the content has left this process.
 * So `endSent` says exactly whether the server may have seen the last dot.
 */
export class Content extends Readable {
  endSent = false;

  constructor(
    private readonly raw: Buffer,
    private readonly socket: Writable,
  ) {
    super();
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T): T {
    this.socket.write(dotStuffed(this.raw), (error) => {
      if (error) return;
      this.endSent = true;
      destination.end();
    });
    return destination;
  }
}
