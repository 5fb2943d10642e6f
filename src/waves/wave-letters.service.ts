import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { InvalidInput } from '../common/errors.js';
import type { Locale } from '../common/locale.js';
import { type Database, rowOf } from '../database/rows.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { letterKindOf } from '../letters/letter-kind.rules.js';
import { LetterPreviews } from '../letters/letter-previews.service.js';
import type { Wave } from '../ledger/states/wave.entity.js';
import { type LetterField, letterFields } from '../composer/letter-text.js';
import type { WaveWords } from '../letters/wave-words.js';
import type { LetterChange } from '../letters/wave-letter.schema.js';
import { requireStep } from './planning/wave.rules.js';
import { lockWave, rewriteWave } from '../ledger/planning/waves.queries.js';

/** How many mails of a wave a change of its letter comes in time for; null before they are planned. */
export interface LetterReach {
  /** Not handed over yet: they say what the letter says now. */
  waiting: number | null;
  /** Handed over before, with the words of their time. */
  gone: number;
}

/** The letter of a wave, which may be rewritten as long as anything of it is not yet sent. */
@Injectable()
export class WaveLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly previews: LetterPreviews,
    private readonly audit: AuditService,
  ) {}

  /**
   * Rewrites a wave's letter; whatever is not yet handed over goes out with the new words, also while the
   * wave is being sent.
   *
   * @throws DomainError `wave.wrong_state` for a wave that is over
   * @throws InvalidInput with paths such as `body.de` for a letter that could not be written
   */
  async changeLetter(id: string, change: LetterChange): Promise<{ wave: Wave; reach: LetterReach }> {
    return this.dataSource.transaction(async (tx) => {
      const wave = await lockWave(tx, id);
      requireStep(wave, 'write');
      const survey = await this.surveys.get(wave.surveyId);
      const words = rewritten(wave.words, change, survey.languages);
      const problems = await this.previews.problemsOf(survey, letterKindOf(wave, survey), words);
      if (problems.length > 0) throw new InvalidInput(problems);
      wave.words = words;
      await rewriteWave(tx, wave);
      const reach = await reachOf(tx, wave);
      await this.audit.record('wave.rewrite', `wave:${id}`, { ...reach }, tx);
      return { wave, reach };
    });
  }

  async reachOf(wave: Wave): Promise<LetterReach> {
    return reachOf(this.dataSource, wave);
  }
}

async function reachOf(database: Database, wave: Wave): Promise<LetterReach> {
  const { waiting, gone } = await rowOf<{ waiting: number; gone: number }>(
    database,
    `SELECT (count(*) FILTER (WHERE state IN ('planned', 'deferred')))::int AS waiting,
       (count(*) FILTER (WHERE state IN ('handing_over', 'accepted', 'refused', 'uncertain')))::int AS gone
     FROM messages WHERE wave_id = $1`,
    [wave.id],
  );
  return { waiting: wave.startedAt === null ? null : waiting, gone };
}

/** Words with a change applied, in the languages of the survey; what is null there is the template's again. */
export function rewritten(words: WaveWords, change: LetterChange, languages: readonly Locale[]): WaveWords {
  const textFor = (field: LetterField, locale: Locale): string | undefined => {
    const given = change[field];
    const text = typeof given === 'object' && given !== null ? given[locale] : given;
    return text === undefined ? words[locale]?.[field] : (text ?? undefined);
  };
  return Object.fromEntries(
    languages.flatMap((locale) => {
      const own = letterFields.flatMap((field) => {
        const text = textFor(field, locale);
        return text === undefined ? [] : [[field, text]];
      });
      return own.length === 0 ? [] : [[locale, Object.fromEntries(own)]];
    }),
  );
}
