import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { EditorConsoleController } from './editor.console.controller.js';
import { EditorFactsService } from './frame/editor-facts.service.js';
import { FlowConsoleController } from './flow/flow.console.controller.js';
import { Image } from './images/image.entity.js';
import { ImageUploadController } from './images/image-upload.console.controller.js';
import { ImageSweep } from './images/image-sweep.js';
import { ImagesController } from './images/images.controller.js';
import { ImagesService } from './images/images.service.js';
import { ImportConsoleController } from './files/import.console.controller.js';
import { JsonConsoleController } from './files/json.console.controller.js';
import { EditorPreviewController } from './preview.console.controller.js';
import { QuestionnaireEdit } from './draft/questionnaire-edit.entity.js';
import { QuestionnaireEdits } from './draft/questionnaire-edits.service.js';
import { SurveyFromFileController } from './files/survey-from-file.console.controller.js';
import { TwinConsoleController } from './twin.console.controller.js';

/** Where staff build questionnaires. */
@Module({
  imports: [TypeOrmModule.forFeature([QuestionnaireEdit, Image]), SurveysModule, StaffModule],
  controllers: [
    EditorConsoleController,
    EditorPreviewController,
    FlowConsoleController,
    JsonConsoleController,
    ImportConsoleController,
    ImageUploadController,
    ImagesController,
    TwinConsoleController,
    SurveyFromFileController,
  ],
  providers: [QuestionnaireEdits, EditorFactsService, ImagesService, ImageSweep],
  exports: [ImageSweep],
})
export class EditorModule {}
