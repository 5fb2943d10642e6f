import type { IncomingMessage } from 'node:http';
import { PayloadTooLargeException } from '@nestjs/common';
import { BodyTooSlow } from './body-times.js';

export interface ReadLimits {
  bytes: number;
  wholeMs: number;
}

/**
 * Reads a whole body. After an error the rest stays unread.
 *
 * @throws PayloadTooLargeException beyond the limit, before more than that is kept
 * @throws BodyTooSlow when the time is over
 */
export async function readBytes(request: IncomingMessage, { bytes, wholeMs }: ReadLimits): Promise<Buffer> {
  refuseDeclared(request, bytes);
  const parts: Buffer[] = [];
  let length = 0;
  const { expired, stop } = expiring(wholeMs);
  const iterator = request.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const step = iterator.next() as Promise<IteratorResult<Buffer, undefined>>;
      step.catch(() => undefined);
      const { done, value } = await Promise.race([step, expired]);
      if (done) return Buffer.concat(parts, length);
      length += value.length;
      if (length > bytes) throw tooManyBytes(bytes);
      parts.push(value);
    }
  } finally {
    stop();
  }
}

/** @throws PayloadTooLargeException where the headers say already that it is too much */
export function refuseDeclared({ headers }: IncomingMessage, bytes: number): void {
  if (Number(headers['content-length'] ?? 0) > bytes) throw tooManyBytes(bytes);
}

function expiring(milliseconds: number): { expired: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new BodyTooSlow());
    }, milliseconds);
  });
  expired.catch(() => undefined);
  return {
    expired,
    stop: () => {
      clearTimeout(timer);
    },
  };
}

function tooManyBytes(bytes: number): PayloadTooLargeException {
  return new PayloadTooLargeException(
    `The body is larger than the ${Math.floor(bytes / 1024)} KB taken here.`,
  );
}
