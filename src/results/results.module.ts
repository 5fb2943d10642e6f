import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { GroupSnapshots } from './groups/group-snapshots.service.js';
import { GroupsConsoleController } from './groups/groups.console.controller.js';
import { GroupsController } from './groups/groups.controller.js';
import { PeopleByGroup } from './groups/people-by-group.service.js';
import { PromiseWarnings } from './promise-warnings.js';
import { ReleaseSweep } from './release-sweep.js';
import { ShownAnswers } from './shown-answers.service.js';

/** The one door: decides what may be shown of answers, and of who answered. */
@Module({
  imports: [SurveysModule, StaffModule],
  controllers: [GroupsController, GroupsConsoleController],
  providers: [ReleaseSweep, ShownAnswers, GroupSnapshots, PeopleByGroup, PromiseWarnings],
  exports: [ReleaseSweep, ShownAnswers, PeopleByGroup],
})
export class ResultsModule {}
