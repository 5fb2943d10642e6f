import { Module } from '@nestjs/common';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ReleaseSweep } from './release-sweep.js';
import { ShownAnswers } from './shown-answers.service.js';

/** The one door: decides what may be shown of answers, and of who answered. */
@Module({
  imports: [SurveysModule],
  providers: [ReleaseSweep, ShownAnswers],
  exports: [ReleaseSweep, ShownAnswers],
})
export class ResultsModule {}
