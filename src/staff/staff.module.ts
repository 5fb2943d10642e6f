import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { HomeController, LostInConsoleController } from '../console/home.controller.js';
import { SessionCookie } from '../console/session-cookie.js';
import { SignInAttempts } from '../console/sign-in-attempts.js';
import { SignInController } from '../console/sign-in.controller.js';
import { StaffMember } from '../console/staff-member.entity.js';
import { StaffService } from '../console/staff.service.js';
import { StaffSession } from '../console/staff-session.entity.js';
import { StaffSessions } from '../console/staff-sessions.service.js';
import { AccountConsoleController } from './account.console.controller.js';
import { AccountsService } from './accounts.service.js';
import { StaffConsoleController } from './staff.console.controller.js';
import { StaffLink } from './staff-link.entity.js';
import { StaffLinksConsoleController } from './staff-links.console.controller.js';
import { StaffLinks } from './staff-links.service.js';
import { TokensConsoleController } from './tokens.console.controller.js';

/** Who may work here: accounts, sessions, API tokens. Features with console pages import it. */
@Module({
  imports: [TypeOrmModule.forFeature([StaffMember, StaffSession, StaffLink])],
  controllers: [
    SignInController,
    AccountConsoleController,
    StaffConsoleController,
    TokensConsoleController,
    StaffLinksConsoleController,
    HomeController,
    LostInConsoleController,
  ],
  providers: [
    StaffService,
    SignInAttempts,
    StaffSessions,
    StaffLinks,
    AccountsService,
    {
      provide: SessionCookie,
      inject: [CONFIG],
      useFactory: (config: Config) => new SessionCookie(config.publicUrl),
    },
  ],
  exports: [StaffService, SignInAttempts, StaffSessions, SessionCookie, AccountsService],
})
export class StaffModule {}
