import { isOwnOrigin } from '../../http/host.rules.js';

/** The parts of a request by which its origin can be told. */
export interface RequestOrigin {
  method: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
}

/**
 * Whether a request may change something: reading always may; everything else only when the browser
 * says that it comes from our own pages (Fetch Metadata, else Origin). Who says neither is refused.
 *
 * @param publicUrl where people reach us
 */
export function isSameOrigin(request: RequestOrigin, publicUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (request.secFetchSite !== undefined) return request.secFetchSite === 'same-origin';
  return request.origin !== undefined && isOwnOrigin(request.origin, request.host, publicUrl);
}
