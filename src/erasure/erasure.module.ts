import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { ListsModule } from '../lists/lists.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { EmptyingConsoleController } from './pages/emptying.console.controller.js';
import { EmptyingService } from './emptying.service.js';
import { EmptyingSweep } from './emptying-sweep.js';
import { ErasureConsoleController } from './pages/erasure.console.controller.js';
import { ErasureController } from './erasure.controller.js';
import { ErasurePreviews } from './erasure-preview.service.js';
import { ErasureService } from './erasure.service.js';

/** Erases persons and whole lists. */
@Module({
  imports: [ListsModule, SurveysModule, StaffModule],
  controllers: [ErasureController, ErasureConsoleController, EmptyingConsoleController],
  providers: [ErasureService, ErasurePreviews, EmptyingService, EmptyingSweep],
  exports: [ErasureService, EmptyingService, EmptyingSweep],
})
export class ErasureModule {}
