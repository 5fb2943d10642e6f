import { locales } from '../../common/locale.js';
import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InvalidInput } from '../../common/errors.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { texts } from '../../common/texts.js';
import {
  filledFromTemplate,
  letterErrorsOf,
  letterFormOf,
  type LetterFormValues,
  readLetterForm,
  wordsOfForm,
} from '../../letters/pages/letter-form.js';
import { reachInWords } from './letter-reach.js';
import type { LetterField } from '../../composer/letter-text.js';
import { letterKindOf } from '../../letters/letter-kind.rules.js';
import { LetterPreviews, type LetterView, readLetterView } from '../../letters/letter-previews.service.js';
import { LettersService } from '../../letters/letters.service.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import { WaveLetterPage } from './wave-letter.page.js';
import type { LetterChange } from '../../letters/wave-letter.schema.js';
import { WaveLetters } from '../wave-letters.service.js';
import { waveNames } from '../wave-names.js';
import { requireStep } from '../planning/wave.rules.js';
import { WavesService } from '../waves.service.js';

/** The letter of a wave, for staff to rewrite while anything of it is not yet sent. */
@TakesBody(bodyRules.longForm)
@ConsoleController('waves/:id/letter')
export class WaveLetterConsoleController {
  constructor(
    private readonly waves: WavesService,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly waveLetters: WaveLetters,
    private readonly previews: LetterPreviews,
  ) {}

  @Get()
  async form(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const wave = await this.waves.get(id);
    await this.show(reply, wave, letterFormOf(wave.words), readLetterView({}));
  }

  /** A preview has no address of its own. */
  @Get('preview')
  beginAgain(@Id() id: string, @Res() reply: FastifyReply): void {
    goTo(reply, `/console/waves/${id}/letter`);
  }

  /** The same form again, with the letter as it reads now, or with the template in its fields. */
  @Post('preview')
  async preview(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const wave = await this.waves.get(id);
    const survey = await this.surveys.get(wave.surveyId);
    const values = filledFromTemplate(
      readLetterForm(body),
      body,
      this.letters.templatesOf(survey, letterKindOf(wave, survey)),
    );
    await this.show(reply, wave, values, readLetterView(body));
  }

  @Post()
  async change(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const values = readLetterForm(body);
    try {
      const { reach } = await this.waveLetters.changeLetter(id, changeOf(values));
      const { saved } = texts('letter-editor', consoleContextOf(reply).locale).rewrite;
      const text = reachInWords(saved, reach);
      goTo(reply, `/console/waves/${id}`, { tone: 'success', text });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const errors = letterErrorsOf(error.problems, consoleContextOf(reply).locale);
      await this.show(reply, await this.waves.get(id), values, readLetterView(body), errors);
    }
  }

  private async show(
    reply: FastifyReply,
    wave: Wave,
    values: LetterFormValues,
    view: LetterView,
    errors: Record<string, string> = {},
  ): Promise<void> {
    requireStep(wave, 'write');
    const survey = await this.surveys.get(wave.surveyId);
    const words = wordsOfForm(values, survey.languages);
    const nameOf = waveNames(await this.waves.ofSurvey(survey.id), consoleContextOf(reply).locale);
    const page = (
      <WaveLetterPage
        context={consoleContextOf(reply)}
        survey={survey}
        wave={wave}
        name={nameOf(wave)}
        values={values}
        errors={errors}
        templates={this.letters.templatesOf(survey, letterKindOf(wave, survey))}
        preview={await this.previews.shown(survey, letterKindOf(wave, survey), words, view)}
        reach={await this.waveLetters.reachOf(wave)}
      />
    );
    show(reply, page, Object.keys(errors).length > 0 ? 422 : 200);
  }
}

/** Every field says what it is to be from now on; an empty one goes back to the template. */
function changeOf(values: LetterFormValues): LetterChange {
  const texts = (field: LetterField) =>
    Object.fromEntries(locales.map((locale) => [locale, values[locale][field] || null]));
  return { subject: texts('subject'), preview: texts('preview'), body: texts('body') };
}
