import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { ParticipantsModule } from '../participants/participants.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { PaceModule } from '../pace/pace.module.js';
import { SuggestedPlans } from './planning/suggested-plans.service.js';
import { WaveBells } from './wave-bells.js';
import { WaveChecks } from './planning/wave-checks.js';
import { WaveChanges } from './planning/wave-changes.service.js';
import { WaveLetterConsoleController } from './pages/wave-letter.console.controller.js';
import { WaveLettersController } from './api/wave-letters.controller.js';
import { WaveLetters } from './wave-letters.service.js';
import { WaveMoves } from './planning/wave-moves.service.js';
import { PlanConsoleController } from './pages/plan/plan.console.controller.js';
import { WaveFormConsoleController } from './pages/wave-form.console.controller.js';
import { WaveFormPages } from './pages/wave-form-pages.js';
import { WavePreviewPages } from './pages/wave-preview-pages.js';
import { WavePlanningConsoleController } from './pages/wave-planning.console.controller.js';
import { WavePreviewsController } from './api/wave-previews.controller.js';
import { WavePreviews } from './planning/wave-previews.service.js';
import { WaveScheduling } from './planning/wave-scheduling.service.js';
import { WaveSegments } from './planning/wave-segments.service.js';
import { WaveStarter } from './wave-starter.js';
import { WaveStatuses } from './wave-status.js';
import { WavesConsoleController } from './pages/waves.console.controller.js';
import { WavesController } from './api/waves.controller.js';
import { WavesService } from './waves.service.js';

/** When which mailing of a survey goes to whom. */
@Module({
  imports: [LedgerModule, LettersModule, PaceModule, ParticipantsModule, SurveysModule, StaffModule],
  controllers: [
    WavesController,
    WavePreviewsController,
    WavesConsoleController,
    PlanConsoleController,
    WaveFormConsoleController,
    WavePlanningConsoleController,
    WaveLetterConsoleController,
    WaveLettersController,
  ],
  providers: [
    WavesService,
    WaveScheduling,
    WaveBells,
    WaveFormPages,
    WavePreviewPages,
    WaveChecks,
    WaveChanges,
    WaveMoves,
    WavePreviews,
    WaveSegments,
    WaveLetters,
    WaveStatuses,
    WaveStarter,
    SuggestedPlans,
  ],
  exports: [WavesService, WaveStatuses, WaveStarter],
})
export class WavesModule {}
