import { Body, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { InvalidInput } from '../../common/errors.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { sendLetter } from './letter-frame.js';
import { readLetterForm, wordsOfForm } from './letter-form.js';
import { LetterPreviewParts } from './letter-preview.js';
import { LetterPreviews, readLetterView } from '../letter-previews.service.js';
import { letterKinds } from '../../composer/letter-text.js';

const kindField = z.object({ kind: z.enum(letterKinds).catch('invitation') });

/** The letter of a form while it is written: what is to be said about it, and the letter itself. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/letter')
export class LetterPreviewConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly previews: LetterPreviews,
  ) {}

  /** Subject, warnings and plain text, as parts of the page that asks. */
  @Post('preview')
  async preview(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const words = wordsOfForm(readLetterForm(body), survey.languages);
    const { kind } = kindField.parse(body ?? {});
    const preview = await this.previews.shown(survey, kind, words, readLetterView(body));
    show(reply, <LetterPreviewParts locale={consoleContextOf(reply).locale} preview={preview} />);
  }

  /** The designed letter, sent into the frame of the page that asks. */
  @Post('frame')
  @HttpCode(200)
  async frame(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const words = wordsOfForm(readLetterForm(body), survey.languages);
    const { kind } = kindField.parse(body ?? {});
    const { letter, problems } = await this.previews.of(survey, kind, words, readLetterView(body));
    if (!letter) throw new InvalidInput(problems);
    sendLetter(reply, letter.html);
  }
}
