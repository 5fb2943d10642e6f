import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsoleModule } from '../console/console.module.js';
import { ListsModule } from '../lists/lists.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { AccessibilityController } from './accessibility.controller.js';
import { AnonymitySweep } from './anonymity-sweep.js';
import { EmptyingConsoleController } from './emptying.console.controller.js';
import { EmptyingService } from './emptying.service.js';
import { EmptyingSweep } from './emptying-sweep.js';
import { ErasureConsoleController } from './erasure.console.controller.js';
import { ErasureController } from './erasure.controller.js';
import { ErasurePreviews } from './erasure-preview.service.js';
import { ErasureService } from './erasure.service.js';
import { FreshPages } from './fresh-pages.js';
import { FinishedService } from './finished.service.js';
import { OpenLinkConsoleController } from './open-link.console.controller.js';
import { OpenLinksController } from './open-links.controller.js';
import { OpenLinksService } from './open-links.service.js';
import { OpenParticipationController } from './open-participation.controller.js';
import { OpenParticipationService } from './open-participation.service.js';
import { ParticipationController } from './participation.controller.js';
import { ParticipationService } from './participation.service.js';
import { PreviewConsoleController } from './preview.console.controller.js';
import { SurveyResponse } from './response.entity.js';
import { ResponseStore } from './response-store.js';
import { ResponsesService } from './responses.service.js';
import { SavedAnswers } from './saved-answers.entity.js';
import { SessionsService } from './sessions.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { WishesController } from './wishes.controller.js';
import { WishesService } from './wishes.service.js';
import { SubmitThrottle } from './submit-throttle.js';

/** What participants see and send. */
@Module({
  imports: [
    TypeOrmModule.forFeature([SurveyResponse, SavedAnswers]),
    SurveysModule,
    ListsModule,
    ConsoleModule,
  ],
  controllers: [
    OpenLinkConsoleController,
    OpenLinksController,
    OpenParticipationController,
    AccessibilityController,
    ParticipationController,
    WishesController,
    UnsubscribeController,
    PreviewConsoleController,
    ErasureController,
    ErasureConsoleController,
    EmptyingConsoleController,
  ],
  providers: [
    OpenLinksService,
    OpenParticipationService,
    SubmitThrottle,
    ParticipationService,
    SessionsService,
    FinishedService,
    FreshPages,
    ResponseStore,
    ResponsesService,
    WishesService,
    AnonymitySweep,
    ErasureService,
    ErasurePreviews,
    EmptyingService,
    EmptyingSweep,
  ],
  exports: [AnonymitySweep, EmptyingService, EmptyingSweep, ErasureService, ResponsesService, WishesService],
})
export class ResponsesModule {}
