import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsoleModule } from '../console/console.module.js';
import { AccountConsoleController } from './account.console.controller.js';
import { AccountsService } from './accounts.service.js';
import { StaffConsoleController } from './staff.console.controller.js';
import { StaffLink } from './staff-link.entity.js';
import { StaffLinksConsoleController } from './staff-links.console.controller.js';
import { StaffLinks } from './staff-links.service.js';
import { TokensConsoleController } from './tokens.console.controller.js';

/** Accounts and API tokens as staff manage them. */
@Module({
  imports: [TypeOrmModule.forFeature([StaffLink]), ConsoleModule],
  controllers: [
    AccountConsoleController,
    StaffConsoleController,
    TokensConsoleController,
    StaffLinksConsoleController,
  ],
  providers: [AccountsService, StaffLinks],
  exports: [AccountsService],
})
export class StaffModule {}
