import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { CheckedImports } from './imports/checked-imports.service.js';
import { ListErasure } from './list-erasure.entity.js';
import { ImportIntake } from './imports/import-intake.js';
import { ImportSweep } from './imports/import-sweep.js';
import { Import } from './imports/import.entity.js';
import { ImportService } from './imports/import.service.js';
import { ImportsConsoleController } from './pages/imports.console.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { List } from './list.entity.js';
import { ListsConsoleController } from './pages/lists.console.controller.js';
import { ListsController } from './lists.controller.js';
import { ListsService } from './lists.service.js';
import { Segment } from './segments/segment.entity.js';
import { SegmentsConsoleController } from './pages/segments.console.controller.js';
import { SegmentsController } from './segments/segments.controller.js';
import { SegmentsService } from './segments/segments.service.js';
import { Subscriber } from './subscriber.entity.js';
import { SubscriptionsService } from './subscriptions.service.js';

/** Newsletter lists, how people come onto them by file, and how they leave. */
@Module({
  imports: [TypeOrmModule.forFeature([List, Subscriber, Import, Segment, ListErasure]), StaffModule],
  controllers: [
    ListsController,
    SegmentsController,
    ImportsController,
    SegmentsConsoleController,
    ListsConsoleController,
    ImportsConsoleController,
  ],
  providers: [
    ListsService,
    SegmentsService,
    SubscriptionsService,
    ImportIntake,
    CheckedImports,
    ImportService,
    ImportSweep,
  ],
  exports: [ListsService, SegmentsService, SubscriptionsService, ImportIntake, ImportService, ImportSweep],
})
export class ListsModule {}
