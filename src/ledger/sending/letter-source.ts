import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { LettersService, type PreparedLetters } from '../../letters/letters.service.js';
import type { AskingSurvey } from '../../pace/breaker.js';
import { letterKindOf } from '../../letters/letter-kind.rules.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { CurrentLetters } from './current-letters.js';
import { Wave } from '../states/wave.entity.js';
import { letterVersionOf } from '../planning/waves.queries.js';

/** The letters that lanes send. */
@Injectable()
export class LetterSource {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly clock: Clock,
  ) {}

  /** The survey and its sender address, as the breaker asks for them. */
  async askingFor(survey: string): Promise<AskingSurvey> {
    const { from } = this.letters.originOf(await this.surveys.get(survey));
    return { id: survey, from: from.address };
  }

  /** A wave's letters, prepared anew when they change. */
  ofWave(id: string): CurrentLetters {
    const prepare = async () => {
      const wave = await this.dataSource.manager.findOneByOrFail(Wave, { id });
      const survey = await this.surveys.get(wave.surveyId);
      return this.letters.prepareAll(survey, letterKindOf(wave, survey), wave.words);
    };
    // How many days are left changes with the hour that begins a day in the survey's zone.
    const version = async () =>
      `${await letterVersionOf(this.dataSource, id)} ${this.clock.now().toISOString().slice(0, 13)}`;
    return new CurrentLetters(prepare, version, this.clock);
  }

  /** The thank-yous of surveys: each is prepared once; what failed is prepared again. */
  ofThankYous(): (survey: string) => Promise<PreparedLetters> {
    const known = new Map<string, Promise<PreparedLetters>>();
    return (id) => {
      const letters = known.get(id) ?? this.thankYouOf(id);
      known.set(id, letters);
      letters.catch(() => known.delete(id));
      return letters;
    };
  }

  private async thankYouOf(id: string): Promise<PreparedLetters> {
    return this.letters.prepareAll(await this.surveys.get(id), 'thank_you', null);
  }
}
