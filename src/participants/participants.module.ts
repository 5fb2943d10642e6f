import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { ListsModule } from '../lists/lists.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { Enrolment } from './enrolment/enrolment.entity.js';
import { EnrolmentSweep } from './enrolment/enrolment-sweep.js';
import { EnrolmentsController } from './enrolment/enrolments.controller.js';
import { EnrolmentsService } from './enrolment/enrolments.service.js';
import { Participant } from './participant.entity.js';
import { ParticipantsConsoleController } from './pages/participants.console.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { ParticipantsService } from './participants.service.js';
import { PersonalLinks } from './personal-links.js';

/** Who is asked, and by which link. */
@Module({
  imports: [TypeOrmModule.forFeature([Participant, Enrolment]), SurveysModule, ListsModule, StaffModule],
  controllers: [ParticipantsController, EnrolmentsController, ParticipantsConsoleController],
  providers: [ParticipantsService, EnrolmentsService, EnrolmentSweep, PersonalLinks],
  exports: [ParticipantsService, EnrolmentsService, EnrolmentSweep, PersonalLinks],
})
export class ParticipantsModule {}
