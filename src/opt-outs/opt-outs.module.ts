import { Module } from '@nestjs/common';
import { ListsModule } from '../lists/lists.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { UnsubscribeController } from './pages/unsubscribe.controller.js';
import { OptOutsController } from './pages/opt-outs.controller.js';
import { OptOutsService } from './opt-outs.service.js';

/** What people do not want: this survey, a mail just now, this list. */
@Module({
  imports: [ListsModule, SurveysModule, ResponsesModule],
  controllers: [OptOutsController, UnsubscribeController],
  providers: [OptOutsService],
  exports: [OptOutsService],
})
export class OptOutsModule {}
