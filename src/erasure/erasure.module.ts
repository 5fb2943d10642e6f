import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { ListsModule } from '../lists/lists.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ListErasureConsoleController } from './pages/list-erasure.console.controller.js';
import { ListErasureService } from './list-erasure.service.js';
import { ListErasureSweep } from './list-erasure-sweep.js';
import { ErasureConsoleController } from './pages/erasure.console.controller.js';
import { ErasureController } from './erasure.controller.js';
import { ErasurePreviews } from './erasure-preview.service.js';
import { ErasureService } from './erasure.service.js';

/** Erases persons and whole lists. */
@Module({
  imports: [ListsModule, SurveysModule, StaffModule],
  controllers: [ErasureController, ErasureConsoleController, ListErasureConsoleController],
  providers: [ErasureService, ErasurePreviews, ListErasureService, ListErasureSweep],
  exports: [ErasureService, ListErasureService, ListErasureSweep],
})
export class ErasureModule {}
