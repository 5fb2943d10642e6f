import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { LostInConsoleController } from './home.controller.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SignInAttempts } from './sessions/sign-in-attempts.js';
import { SignInController } from './pages/sign-in.controller.js';
import { StaffMember } from './staff-member.entity.js';
import { StaffService } from './staff.service.js';
import { StaffSession } from './sessions/staff-session.entity.js';
import { StaffSessions } from './sessions/staff-sessions.service.js';
import { AccountConsoleController } from './pages/account.console.controller.js';
import { AccountsService } from './accounts.service.js';
import { StaffConsoleController } from './pages/staff.console.controller.js';
import { StaffLink } from './staff-link.entity.js';
import { StaffLinksConsoleController } from './pages/staff-links.console.controller.js';
import { StaffLinks } from './staff-links.service.js';
import { TokensConsoleController } from './pages/tokens.console.controller.js';

/** Who may work here: accounts, sessions, API tokens. Features with console pages import it. */
@Module({
  imports: [TypeOrmModule.forFeature([StaffMember, StaffSession, StaffLink])],
  controllers: [
    SignInController,
    AccountConsoleController,
    StaffConsoleController,
    TokensConsoleController,
    StaffLinksConsoleController,
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
