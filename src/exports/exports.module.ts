import { Module } from '@nestjs/common';
import { ConsoleModule } from '../console/console.module.js';
import { ResultsModule } from '../results/results.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ExportsConsoleController } from './exports.console.controller.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';

/** Responses leaving the house. */
@Module({
  imports: [SurveysModule, ResultsModule, ConsoleModule],
  controllers: [ExportsController, ExportsConsoleController],
  providers: [ExportsService],
  exports: [ExportsService],
})
export class ExportsModule {}
