import { Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { isLoopback, parseSmtpUrls } from '../smtp/smtp-server-url.js';
import { Breaker } from './breaker.js';
import { MailCapsController } from './mail-caps.controller.js';
import { MailCaps } from './mail-caps.service.js';
import { MailProviders } from './mail-providers.js';
import { DnsMxLookup, MxLookup, NoMxLookup } from './mx-lookup.js';
import { Pace } from './pace.js';
import { PacesConsoleController } from './pages/paces.console.controller.js';
import { PacesController } from './paces.controller.js';
import { PacesService } from './paces.service.js';

/** Rates, caps per person and breakers: what limits sending. */
@Module({
  imports: [StaffModule],
  controllers: [PacesController, MailCapsController, PacesConsoleController],
  providers: [
    Pace,
    PacesService,
    MailCaps,
    MailProviders,
    Breaker,
    { provide: MxLookup, inject: [CONFIG], useFactory: mxLookup },
  ],
  exports: [Pace, PacesService, MailProviders, Breaker],
})
export class PaceModule {}

/** Mail that stays on this machine needs no lookup. */
function mxLookup({ smtpUrl }: Config): MxLookup {
  const isLocal = smtpUrl === undefined || parseSmtpUrls(smtpUrl).every(({ host }) => isLoopback(host));
  return isLocal ? new NoMxLookup() : new DnsMxLookup();
}
