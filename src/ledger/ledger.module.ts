import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { LedgerHooks } from './ledger-hooks.js';
import { LedgerConsoleController } from './pages/ledger.console.controller.js';
import { LettersModule } from '../letters/letters.module.js';
import { MailComposer } from './sending/mail-composer.js';
import { MailingSweep } from './mailing-sweep.js';
import { Message } from './states/message.entity.js';
import { MessagesController } from './messages/messages.controller.js';
import { MessagesService } from './messages/messages.service.js';
import { PaceModule } from '../pace/pace.module.js';
import { ParticipantsModule } from '../participants/participants.module.js';
import { Lanes } from './sending/lanes.js';
import { Leases } from './claims/leases.js';
import { LetterSource } from './sending/letter-source.js';
import { MailHandOver } from './sending/mail-hand-over.js';
import { Rounds } from './sending/rounds.js';
import { SendingRuntime } from './sending/sending-runtime.js';
import { ThankYouSender } from './sending/thank-you-sender.js';
import { WaveSender } from './sending/wave-sender.js';
import { Wave } from './states/wave.entity.js';

/** The messages: claimed, handed over, settled, swept. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Wave, Message]),
    LettersModule,
    PaceModule,
    ParticipantsModule,
    SurveysModule,
    StaffModule,
  ],
  controllers: [MessagesController, LedgerConsoleController],
  providers: [
    LedgerHooks,
    MessagesService,
    WaveSender,
    ThankYouSender,
    Lanes,
    LetterSource,
    MailComposer,
    MailHandOver,
    Leases,
    SendingRuntime,
    Rounds,
    MailingSweep,
  ],
  exports: [MessagesService, WaveSender, ThankYouSender, MailingSweep],
})
export class LedgerModule {}
