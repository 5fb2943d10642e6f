import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/errors.js';
import { texts } from '../../common/texts.js';
import { consoleContextOf, show } from '../../console/console-context.js';
import { LetterPreviews, type LetterView, readLetterView } from '../../letters/letter-previews.service.js';
import { LettersService } from '../../letters/letters.service.js';
import { letterErrorsOf, wordsOfForm } from '../../letters/pages/letter-form.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { WaveSegments } from '../planning/wave-segments.service.js';
import type { WaveInput } from '../planning/wave.schema.js';
import { fieldErrorsOf, readWaveForm, type WaveFormValues, waveInputOf } from './wave-form.js';
import { WaveFormPage } from './wave-form.page.js';

/** The form of a wave, shown as often as something in it is wrong. */
@Injectable()
export class WaveFormPages {
  constructor(
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly letterPreviews: LetterPreviews,
    private readonly segments: WaveSegments,
    private readonly clock: Clock,
  ) {}

  /** Goes on with what the form says, or shows it again with what is wrong. */
  async checked(
    reply: FastifyReply,
    id: string,
    body: unknown,
    goOn: (input: WaveInput, values: WaveFormValues) => Promise<void>,
  ): Promise<void> {
    const t = texts('wave-form', consoleContextOf(reply).locale);
    const values = readWaveForm(body);
    const survey = await this.surveys.get(id);
    const problems = await this.letterPreviews.problemsOf(
      survey,
      values.kind,
      wordsOfForm(values.letter, survey.languages),
    );
    const ofLetter = letterErrorsOf(problems, consoleContextOf(reply).locale);
    const { input, errors } = waveInputOf(values, t);
    if (!input || problems.length > 0) {
      await this.show(reply, id, values, { ...errors, ...ofLetter }, readLetterView(body));
      return;
    }
    try {
      await goOn(input, values);
    } catch (error) {
      if (!(error instanceof DomainError) || error.problems.length === 0) throw error;
      await this.show(reply, id, values, fieldErrorsOf(error, consoleContextOf(reply).locale));
    }
  }

  async show(
    reply: FastifyReply,
    id: string,
    values: WaveFormValues,
    errors: Record<string, string> = {},
    view: LetterView = { person: null, language: null },
  ): Promise<void> {
    const survey = await this.surveys.get(id);
    const templates = this.letters.templatesOf(survey, values.kind);
    const words = wordsOfForm(values.letter, survey.languages);
    const preview = await this.letterPreviews.shown(survey, values.kind, words, view);
    const segments = await this.segments.choicesFor(id);
    const state = { survey, now: this.clock.now(), values, errors, templates, preview, segments };
    show(
      reply,
      <WaveFormPage context={consoleContextOf(reply)} {...state} />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }
}
