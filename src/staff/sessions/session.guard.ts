import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { SendingGuard } from '../../safeguards/sending-guard.service.js';
import { type ConsoleRequest, goTo } from '../../console/console-context.js';
import { localPath } from '../../console/local-path.js';
import { SessionCookie } from './session-cookie.js';
import type { StaffMember } from '../staff-member.entity.js';
import { StaffSessions } from './staff-sessions.service.js';

/** Sends anyone who asked for a page to the sign-in page, to come back after. */
export class SignInFirst extends UnauthorizedException {}

/** A request of somebody signed in. */
export type StaffRequest = ConsoleRequest & { member?: StaffMember };

/** Lets in who is signed in. What a page fetches by itself (`X-Live`) does not keep the session awake. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly cookie: SessionCookie,
    private readonly sending: SendingGuard,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<StaffRequest>();
    const byPerson = request.headers['x-live'] === undefined;
    const token = this.cookie.read(request);
    const member = token ? await this.sessions.memberWith(token, byPerson) : null;
    if (!member) throw new SignInFirst();

    request.member = member;
    request.actor = `staff:${member.id}`;
    request.catchesMail = this.config.smtpUrl === undefined;
    request.hold = await this.sending.hold();
    return true;
  }
}

/** Where somebody not signed in goes: a page waits behind the sign-in, anything else is refused. */
export function askToSignIn(reply: FastifyReply): void {
  const request = reply.request;
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (!reading || request.headers['x-live'] !== undefined) {
    void reply.status(401).type('text/plain; charset=utf-8').send('Not signed in. / Nicht angemeldet.');
    return;
  }
  goTo(reply, `/console/sign-in?next=${encodeURIComponent(localPath(request.url))}`);
}
