import { Controller, Get, Header, Inject, Module } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/** Less than a year, as RFC 9116 section 2.5.5 recommends; anyone who reads it later reads a newer one. */
const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/** Where to report weaknesses (RFC 9116); there is none unless SECURITY_CONTACT says where. */
@Controller()
class SecurityTxtController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('.well-known/security.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=86400')
  @Header('X-Content-Type-Options', 'nosniff')
  show(): string {
    const { securityContacts, publicUrl } = this.config;
    if (securityContacts.length === 0) throw new NotFound('page', 'security.txt');
    const today = Math.floor(this.clock.now().getTime() / DAY_MS);
    const expires = new Date((today + VALID_DAYS) * DAY_MS).toISOString().replace('.000Z', 'Z');
    return [
      ...securityContacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${expires}`,
      'Preferred-Languages: de, en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}

@Module({ controllers: [SecurityTxtController] })
export class SecurityTxtModule {}
