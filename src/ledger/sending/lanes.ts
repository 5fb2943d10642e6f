import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PreparedStatements } from '../../database/prepared-statements.js';
import { Pace } from '../../pace/pace.js';
import { SendingGuard } from '../../safeguards/sending-guard.service.js';
import { countCanary, tallyOfWave } from '../claims/canary.queries.js';
import { LetterSource } from './letter-source.js';
import { MailComposer } from './mail-composer.js';
import { ThankYouLane } from './thank-you-lane.js';
import { canarySizeOf, WaveBrake } from '../claims/wave-brake.js';
import { WaveLane } from './wave-lane.js';
import type { Wave } from '../states/wave.entity.js';
import { WaveWalk } from './wave-walk.js';

/** Makes the lanes that are worked off: waves, and thank-yous. */
@Injectable()
export class Lanes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: PreparedStatements,
    private readonly pace: Pace,
    private readonly guard: SendingGuard,
    private readonly composer: MailComposer,
    private readonly letters: LetterSource,
  ) {}

  async ofWave(wave: Wave): Promise<WaveLane> {
    const asking = await this.letters.askingFor(wave.surveyId);
    const walk = new WaveWalk(this.dataSource, this.statements, this.pace, wave.id, wave.fullyClaimed);
    const { dataSource, statements, guard, composer } = this;
    const tools = { dataSource, statements, guard, composer };
    return new WaveLane(wave, asking, this.letters.ofWave(wave.id), walk, await this.brakeOf(wave.id), tools);
  }

  /** Lanes that share their letters: of all surveys (null), or of one. */
  ofThankYous(): (survey: string | null) => Promise<ThankYouLane> {
    const letters = this.letters.ofThankYous();
    return async (survey) => {
      const asking = survey === null ? null : await this.letters.askingFor(survey);
      return new ThankYouLane(asking, letters, this.statements, this.guard, this.composer);
    };
  }

  /** What had become of a wave before this run, so that its canary is counted over all of it. */
  private async brakeOf(wave: string): Promise<WaveBrake> {
    const { recipients, passed, ...before } = await tallyOfWave(this.dataSource, wave);
    if (!passed) await this.dataSource.transaction((tx) => countCanary(tx, wave));
    return new WaveBrake(canarySizeOf(recipients), before, passed);
  }
}
