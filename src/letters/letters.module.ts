import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { ParticipantsModule } from '../participants/participants.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { LetterPreviewConsoleController } from './pages/letter-preview.console.controller.js';
import { LetterPreviews } from './letter-previews.service.js';
import { LettersService } from './letters.service.js';
import { TestMails } from './test-mails.service.js';

/** What a mail says: of a survey, in a language, to a person; previews and tests of it. */
@Module({
  imports: [SurveysModule, ParticipantsModule, StaffModule],
  controllers: [LetterPreviewConsoleController],
  providers: [LettersService, LetterPreviews, TestMails],
  exports: [LettersService, LetterPreviews, TestMails],
})
export class LettersModule {}
