import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Config, WrongConfiguration } from '../config/config.js';

type ListenAddress = Pick<Config, 'host' | 'port'>;

/**
 * Tries HOST and PORT out before anything else is begun, so that nothing is made or printed that a
 * failed start would lose.
 *
 * @throws WrongConfiguration naming the one that is wrong
 */
export async function requireListenAddress(address: ListenAddress): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(address.port, address.host);
    await once(probe, 'listening');
  } catch (error) {
    throw asWrongAddress(error, address);
  } finally {
    probe.close();
  }
}

/** An error of listening as the line the operator sees; others as they are. */
export function asWrongAddress(error: unknown, { host, port }: ListenAddress): unknown {
  switch ((error as { code?: unknown } | null)?.code) {
    case 'EADDRINUSE':
      return new WrongConfiguration(`PORT ${port} is in use by another process`);
    case 'EACCES':
      return new WrongConfiguration(`PORT ${port} may not be used by this user; ports below 1024 rarely may`);
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new WrongConfiguration(`HOST ${host} is no address of this machine`);
    default:
      return error;
  }
}

/** Whether only this machine can reach a server that listens there. */
export function isOnlyHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
