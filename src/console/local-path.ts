import { parsedUrl } from '../common/parsed-url.js';

/**
 * The path somebody asked to go on to, if it is one of the console's own or the description of the API,
 * which is behind the same door; otherwise the console's start. Whatever a browser could read as another host is turned away.
 */
export function localPath(wanted: unknown): string {
  const start = '/console';
  if (wanted === '/api/docs') return wanted;
  if (typeof wanted !== 'string' || !/^\/console(?=$|[/?])/.test(wanted)) return start;
  if (/[^\u0021-\u007e]|\\|\/\//.test(wanted)) return start;

  const here = 'http://console.invalid';
  const url = parsedUrl(wanted, here);
  const stays = url?.origin === here && /^\/console(?=$|\/)/.test(url.pathname);
  return stays ? `${url.pathname}${url.search}` : start;
}
