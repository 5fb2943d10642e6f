import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportIntake } from './import-intake.js';
import { ImportSweep } from './import-sweep.js';
import { Import } from './import.entity.js';
import { ImportService } from './import.service.js';
import { ImportsController } from './imports.controller.js';
import { List } from './list.entity.js';
import { ListsController } from './lists.controller.js';
import { ListsService } from './lists.service.js';
import { Subscriber } from './subscriber.entity.js';
import { SubscriptionsService } from './subscriptions.service.js';

/** Newsletter lists, how people come onto them by file, and how they leave. */
@Module({
  imports: [TypeOrmModule.forFeature([List, Subscriber, Import])],
  controllers: [ListsController, ImportsController],
  providers: [ListsService, SubscriptionsService, ImportIntake, ImportService, ImportSweep],
  exports: [ListsService, SubscriptionsService, ImportIntake, ImportService, ImportSweep],
})
export class ListsModule {}
