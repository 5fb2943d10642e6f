import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { ResultsModule } from '../results/results.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ExportsConsoleController } from './exports.console.controller.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';

/** Exports of responses. */
@Module({
  imports: [SurveysModule, ResultsModule, StaffModule],
  controllers: [ExportsController, ExportsConsoleController],
  providers: [ExportsService],
  exports: [ExportsService],
})
export class ExportsModule {}
