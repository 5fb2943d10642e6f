import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsoleModule } from '../console/console.module.js';
import { ParticipantsModule } from '../participants/participants.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { LedgerConsoleController } from './ledger.console.controller.js';
import { LetterPreviewConsoleController } from './letter-preview.console.controller.js';
import { LetterPreviews } from './letter-previews.service.js';
import { LettersService } from './letters.service.js';
import { MailingSweep } from './mailing-sweep.js';
import { Message } from './message.entity.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { Breaker } from './breaker.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { isLoopback, parseSmtpUrls } from '../mail/smtp-server-url.js';
import { MailComposer } from './mail-composer.js';
import { MailCaps } from './mail-caps.service.js';
import { MailCapsController } from './mail-caps.controller.js';
import { MailProviders } from './mail-providers.js';
import { DnsMxLookup, MxLookup, NoMxLookup } from './mx-lookup.js';
import { Pace } from './pace.js';
import { PacesConsoleController } from './paces.console.controller.js';
import { PacesController } from './paces.controller.js';
import { PacesService } from './paces.service.js';
import { Rounds } from './rounds.js';
import { SuggestedPlans } from './suggested-plans.service.js';
import { ThankYouSender } from './thank-you-sender.js';
import { TestMails } from './test-mails.service.js';
import { WaveChanges } from './wave-changes.service.js';
import { WaveMoves } from './wave-moves.service.js';
import { WavePreviewsController } from './wave-previews.controller.js';
import { WavePreviews } from './wave-previews.service.js';
import { WaveScheduling } from './wave-scheduling.service.js';
import { WaveSegments } from './wave-segments.service.js';
import { WaveSender } from './wave-sender.js';
import { WaveStatuses } from './wave-status.js';
import { WaveStarter } from './wave-starter.js';
import { WavePlanningConsoleController } from './wave-planning.console.controller.js';
import { Wave } from './wave.entity.js';
import { WaveLetterConsoleController } from './wave-letter.console.controller.js';
import { WaveLettersController } from './wave-letters.controller.js';
import { WaveLetters } from './wave-letters.service.js';
import { WavesConsoleController } from './waves.console.controller.js';
import { WavesController } from './waves.controller.js';
import { WavesService } from './waves.service.js';

/** Waves and the message ledger. */
@Module({
  imports: [TypeOrmModule.forFeature([Wave, Message]), SurveysModule, ParticipantsModule, ConsoleModule],
  controllers: [
    WavesController,
    WavePreviewsController,
    MessagesController,
    PacesController,
    MailCapsController,
    WavesConsoleController,
    WavePlanningConsoleController,
    LetterPreviewConsoleController,
    WaveLetterConsoleController,
    WaveLettersController,
    LedgerConsoleController,
    PacesConsoleController,
  ],
  providers: [
    WavesService,
    WaveScheduling,
    WaveChanges,
    WaveMoves,
    WavePreviews,
    WaveSegments,
    SuggestedPlans,
    MessagesService,
    TestMails,
    LettersService,
    LetterPreviews,
    WaveLetters,
    WaveStatuses,
    WaveStarter,
    WaveSender,
    ThankYouSender,
    MailComposer,
    Rounds,
    Pace,
    PacesService,
    MailCaps,
    MailProviders,
    { provide: MxLookup, inject: [CONFIG], useFactory: mxLookup },
    Breaker,
    MailingSweep,
  ],
  exports: [
    WavesService,
    WaveStatuses,
    MessagesService,
    TestMails,
    LettersService,
    WaveStarter,
    WaveSender,
    ThankYouSender,
    MailingSweep,
    MailProviders,
  ],
})
export class MailingModule {}

/** Mail that stays on this machine asks nobody where it would go. */
function mxLookup({ smtpUrl }: Config): MxLookup {
  const isLocal = smtpUrl === undefined || parseSmtpUrls(smtpUrl).every(({ host }) => isLoopback(host));
  return isLocal ? new NoMxLookup() : new DnsMxLookup();
}
