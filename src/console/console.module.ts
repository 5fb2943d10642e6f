import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { HomeController, LostInConsoleController } from './home.controller.js';
import { SessionCookie } from './session-cookie.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInController } from './sign-in.controller.js';
import { StaffMember } from './staff-member.entity.js';
import { StaffService } from './staff.service.js';
import { StaffSession } from './staff-session.entity.js';
import { StaffSessions } from './staff-sessions.service.js';

/** Who may work here: staff, and their sessions. Features with pages import it. */
@Module({
  imports: [TypeOrmModule.forFeature([StaffMember, StaffSession])],
  controllers: [SignInController, HomeController, LostInConsoleController],
  providers: [
    StaffService,
    SignInAttempts,
    StaffSessions,
    {
      provide: SessionCookie,
      inject: [CONFIG],
      useFactory: (config: Config) => new SessionCookie(config.publicUrl),
    },
  ],
  exports: [StaffService, SignInAttempts, StaffSessions, SessionCookie],
})
export class ConsoleModule {}
