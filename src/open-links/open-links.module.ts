import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { OpenLinkConsoleController } from './pages/open-link.console.controller.js';
import { OpenLinksController } from './open-links.controller.js';
import { OpenLinksService } from './open-links.service.js';
import { OpenParticipationController } from './open-participation.controller.js';
import { OpenParticipationService } from './open-participation.service.js';
import { SubmitThrottle } from './submit-throttle.js';

/** Answering without having been asked: one link for everybody. */
@Module({
  imports: [SurveysModule, StaffModule],
  controllers: [OpenLinkConsoleController, OpenLinksController, OpenParticipationController],
  providers: [OpenLinksService, OpenParticipationService, SubmitThrottle],
})
export class OpenLinksModule {}
