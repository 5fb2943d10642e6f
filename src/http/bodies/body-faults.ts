import type { IncomingMessage } from 'node:http';
import { BadRequestException, HttpException, UnsupportedMediaTypeException } from '@nestjs/common';

/** What busboy says of a broken `multipart/form-data`; its errors have no code. */
const BUSBOY = [
  'Multipart: Boundary not found',
  'Unexpected end of multipart data',
  'Malformed',
  'Unsupported',
];

interface Fault {
  code: unknown;
  statusCode: unknown;
  message: string;
}

/**
 * What is wrong with a body that was found out only while it was read, such as a `multipart/form-data`
 * that ends too early; null for errors that are about something else. A connection to the database breaks
 * with the same code as that of a request, which then is whole or still there.
 *
 * @param request whose body it is
 */
export function bodyFault(
  error: unknown,
  request: Pick<IncomingMessage, 'complete' | 'destroyed'>,
): HttpException | null {
  if (typeof error !== 'object' || error === null || error instanceof HttpException) return null;
  const { code, statusCode, message = '' } = error as Partial<Fault>;
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return new UnsupportedMediaTypeException('Send the form as multipart/form-data.');
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return brokeOff(request) ? new BadRequestException('The request broke off.') : null;
  if (typeof code === 'string' && /^(?:Z|ERR__ERROR|ERR_BROTLI|ERR_PADDING)_/.test(code))
    return new BadRequestException('The body cannot be decompressed.');
  if (statusCode !== undefined || code !== undefined) return null;

  const isBroken = BUSBOY.some((start) => message.startsWith(start)) || message.includes('terminated early');
  return isBroken ? new BadRequestException('The multipart/form-data is broken.') : null;
}

const brokeOff = ({ complete, destroyed }: Pick<IncomingMessage, 'complete' | 'destroyed'>) =>
  destroyed && !complete;
