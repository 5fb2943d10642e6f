import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsoleModule } from '../console/console.module.js';
import { ListsModule } from '../lists/lists.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { Participant } from './participant.entity.js';
import { ParticipantsConsoleController } from './participants.console.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { ParticipantsService } from './participants.service.js';
import { PersonalLinks } from './personal-links.js';

/** Who is asked, and by which link. */
@Module({
  imports: [TypeOrmModule.forFeature([Participant]), SurveysModule, ListsModule, ConsoleModule],
  controllers: [ParticipantsController, ParticipantsConsoleController],
  providers: [ParticipantsService, PersonalLinks],
  exports: [ParticipantsService, PersonalLinks],
})
export class ParticipantsModule {}
