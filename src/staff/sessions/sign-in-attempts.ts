import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../common/clock.js';
import { type OwnCookie, readCookie, writeCookie } from '../../http/own-cookies.js';
import { networkOf } from '../../throttle/network.rules.js';
import { type Claim, type Limit, type Refusal, Throttles } from '../../throttle/throttles.service.js';

const QUARTER = 15 * 60;
const FROM_DEVICE: Limit = { name: 'sign-in/device', max: 5, seconds: QUARTER };
const FROM_ONE_PLACE: Limit = { name: 'sign-in/account-and-network', max: 5, seconds: QUARTER };
const FROM_ANYWHERE: Limit = { name: 'sign-in/account', max: 50, seconds: QUARTER };
/** Over all accounts: an office behind one address mistypes, a guesser goes on. */
const OF_NETWORK: Limit = { name: 'sign-in/network', max: 30, seconds: QUARTER };
const OF_WIDE_NETWORK: Limit = { name: 'sign-in/wide-network', max: 120, seconds: QUARTER };

const DEVICE_SECONDS = 180 * 86_400;
/** Says that somebody has signed in to this account on this device; it goes to the sign-in alone. */
const DEVICE_COOKIE: OwnCookie = {
  name: 'device',
  path: '/console/sign-in',
  seconds: DEVICE_SECONDS,
  signed: true,
};

/**
 * Slows down guessing without letting strangers lock anybody out (OWASP, Slow Down Online Guessing Attacks
 * with Device Cookies): a device that has signed in to an account before is counted by itself, all others
 * by account, by network and by both.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly throttles: Throttles,
    private readonly clock: Clock,
  ) {}

  /** What an attempt counts under; taken before the password is looked at. */
  claimsOf(request: FastifyRequest, email: string): Claim[] {
    const account = accountOf(email);
    const device = this.deviceOf(request, account);
    if (device !== null) return [{ limit: FROM_DEVICE, key: device }];
    const { narrow, wide } = networkOf(request.ip);
    return [
      { limit: FROM_ONE_PLACE, key: `${account}/${narrow}` },
      { limit: OF_NETWORK, key: narrow },
      { limit: OF_WIDE_NETWORK, key: wide },
      { limit: FROM_ANYWHERE, key: account },
    ];
  }

  /** Whether this device has signed in to this account before. */
  isKnownDevice(request: FastifyRequest, email: string): boolean {
    return this.deviceOf(request, accountOf(email)) !== null;
  }

  /** Whether it is the account that waits, wherever the attempts came from. */
  locksAccount({ limit }: Refusal): boolean {
    return limit === FROM_ANYWHERE;
  }

  /** Forgets what was mistyped before, and knows the device from now on. */
  async succeeded(reply: FastifyReply, email: string, claims: readonly Claim[]): Promise<void> {
    for (const claim of claims) {
      if (claim.limit === OF_NETWORK || claim.limit === OF_WIDE_NETWORK)
        await this.throttles.giveBack([claim]);
      else await this.throttles.forget(claim);
    }
    this.rememberDevice(reply, email);
  }

  /** Lets this device pass the lock of this account for half a year. */
  rememberDevice(reply: FastifyReply, email: string): void {
    const until = Math.floor(this.clock.now().getTime() / 1000) + DEVICE_SECONDS;
    const nonce = randomBytes(16).toString('base64url');
    writeCookie(reply, DEVICE_COOKIE, `${accountOf(email)}/${nonce}/${until}`);
  }

  private deviceOf(request: FastifyRequest, account: string): string | null {
    const [of, nonce, until] = readCookie(request, DEVICE_COOKIE)?.split('/') ?? [];
    const isValid = of === account && Number(until) * 1000 > this.clock.now().getTime();
    return isValid && nonce !== undefined ? nonce : null;
  }
}

/** An account without its address. */
function accountOf(email: string): string {
  return createHash('sha256')
    .update(email.trim().toLowerCase())
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
