import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { WavesModule } from '../waves/waves.module.js';
import { ResultsModule } from '../results/results.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { OverviewConsoleController } from './overview.console.controller.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

/** How many were asked, reached and answered. */
@Module({
  imports: [SurveysModule, WavesModule, ResultsModule, StaffModule],
  controllers: [StatisticsController, OverviewConsoleController],
  providers: [StatisticsService],
  exports: [StatisticsService],
})
export class StatisticsModule {}
