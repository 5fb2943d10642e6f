import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditService } from './audit.service.js';
import { HomeController, LostInConsoleController } from './home.controller.js';
import { SessionCookie } from './session-cookie.js';
import { SignInController } from './sign-in.controller.js';
import { StaffMember } from './staff-member.entity.js';
import { StaffService } from './staff.service.js';
import { StaffSession } from './staff-session.entity.js';
import { StaffSessions } from './staff-sessions.service.js';

/** Who may work here: staff, their sessions, the record of what they did. Features with pages import it. */
@Module({
  imports: [TypeOrmModule.forFeature([StaffMember, StaffSession, AuditEntry])],
  controllers: [SignInController, HomeController, LostInConsoleController],
  providers: [
    StaffService,
    StaffSessions,
    AuditService,
    {
      provide: SessionCookie,
      inject: [CONFIG],
      useFactory: (config: Config) => new SessionCookie(config.publicUrl),
    },
  ],
  exports: [StaffService, StaffSessions, AuditService, SessionCookie],
})
export class ConsoleModule {}
