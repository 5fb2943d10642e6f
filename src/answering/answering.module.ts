import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { AccessibilityController } from '../respondents/accessibility.controller.js';
import { HomeController } from '../respondents/home.controller.js';
import { FinishedService } from './finished.service.js';
import { FreshPages } from './fresh-pages.js';
import { OptOutsModule } from '../opt-outs/opt-outs.module.js';
import { ParticipationController } from './participation.controller.js';
import { ParticipationService } from './participation.service.js';
import { PreviewConsoleController } from './preview.console.controller.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SessionsService } from './sessions.service.js';

/** The way of somebody with a personal link through the questionnaire. */
@Module({
  imports: [ResponsesModule, OptOutsModule, SurveysModule, StaffModule],
  controllers: [HomeController, AccessibilityController, ParticipationController, PreviewConsoleController],
  providers: [ParticipationService, SessionsService, FinishedService, FreshPages],
})
export class AnsweringModule {}
