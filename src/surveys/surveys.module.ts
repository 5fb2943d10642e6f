import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { ImportReport } from './questionnaires/import-report.entity.js';
import { QuestionnaireVersion } from './questionnaires/questionnaire-version.entity.js';
import { PublicationConsoleController } from './pages/publication.console.controller.js';
import { SenderCheck } from './sender-check.js';
import { Survey } from './survey.entity.js';
import { SurveysConsoleController } from './pages/surveys.console.controller.js';
import { SurveysController } from './surveys.controller.js';
import { SurveysService } from './surveys.service.js';
import { VersionsService } from './questionnaires/versions.service.js';

/** Surveys, their questionnaires and the versions that were published. */
@Module({
  imports: [TypeOrmModule.forFeature([Survey, QuestionnaireVersion, ImportReport]), StaffModule],
  controllers: [SurveysController, SurveysConsoleController, PublicationConsoleController],
  providers: [SurveysService, VersionsService, SenderCheck],
  exports: [SurveysService, VersionsService],
})
export class SurveysModule {}
