import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnonymitySweep } from './anonymity-sweep.js';
import { SurveyResponse } from './response.entity.js';
import { ResponseStore } from './response-store.js';
import { ResponsesService } from './responses.service.js';
import { Visits } from './visits.js';
import { SavedAnswers } from './saved-answers.entity.js';

/** Answers as they are stored, changed, and mixed where they are anonymous. */
@Module({
  imports: [TypeOrmModule.forFeature([SurveyResponse, SavedAnswers])],
  providers: [Visits, ResponseStore, ResponsesService, AnonymitySweep],
  exports: [Visits, ResponsesService, AnonymitySweep],
})
export class ResponsesModule {}
