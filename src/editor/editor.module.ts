import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { EditorConsoleController } from './editor.console.controller.js';
import { EditorFactsService } from './editor-facts.service.js';
import { FlowConsoleController } from './flow.console.controller.js';
import { Image } from './image.entity.js';
import { ImageUploadController } from './image-upload.console.controller.js';
import { ImageSweep } from './image-sweep.js';
import { ImagesController } from './images.controller.js';
import { ImagesService } from './images.service.js';
import { ImportConsoleController } from './import.console.controller.js';
import { JsonConsoleController } from './json.console.controller.js';
import { EditorPreviewController } from './preview.console.controller.js';
import { QuestionnaireEdit } from './questionnaire-edit.entity.js';
import { QuestionnaireEdits } from './questionnaire-edits.service.js';
import { SurveyFromFileController } from './survey-from-file.console.controller.js';
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
