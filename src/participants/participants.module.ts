import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsoleModule } from '../console/console.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { Participant } from './participant.entity.js';
import { ParticipantsController } from './participants.controller.js';
import { ParticipantsService } from './participants.service.js';
import { PersonalLinks } from './personal-links.js';

/** Who is asked, and by which link. */
@Module({
  imports: [TypeOrmModule.forFeature([Participant]), SurveysModule, ConsoleModule],
  controllers: [ParticipantsController],
  providers: [ParticipantsService, PersonalLinks],
  exports: [ParticipantsService, PersonalLinks],
})
export class ParticipantsModule {}
