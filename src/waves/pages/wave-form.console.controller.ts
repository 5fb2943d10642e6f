import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '../../common/errors.js';
import { type ConsoleRequest, goTo } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { readLetterView } from '../../letters/letter-previews.service.js';
import { LettersService } from '../../letters/letters.service.js';
import { filledFromTemplate } from '../../letters/pages/letter-form.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { WavesService } from '../waves.service.js';
import { WaveFormPages } from './wave-form-pages.js';
import { kindQuery, newWaveForm, readWaveForm, waveFormOf } from './wave-form.js';

/** The form in which staff say what wave they want. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id')
export class WaveFormConsoleController {
  constructor(
    private readonly waves: WavesService,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly forms: WaveFormPages,
  ) {}

  @Get('waves/new')
  async form(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.forms.show(reply, id, newWaveForm(kindQuery.parse(query).kind));
  }

  /** The form of a wave that has not begun, to change it; or of any wave, to plan another like it. */
  @Get(['waves/:wave/change', 'waves/:wave/again'])
  async formOf(
    @Id() id: string,
    @Id('wave') wave: string,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isAnother = request.url.includes('/again');
    const found = await this.waves.getOf(id, wave);
    if (!isAnother && found.onRequestOf !== null) throw new NotFound('wave', wave);
    const values = waveFormOf(found);
    const kept = isAnother && values.when === 'local' ? { ...values, local: '' } : values;
    await this.forms.show(reply, id, isAnother ? { ...kept, wave: '', exceedsBecause: '' } : values);
  }

  /** A preview has no address of its own: anyone who comes back to it begins again. */
  @Get(['waves/preview', 'waves/test'])
  beginAgain(@Id() id: string, @Res() reply: FastifyReply): void {
    goTo(reply, `/console/surveys/${id}/waves/new`);
  }

  /** The same form again, filled as it was sent. */
  @Post('waves/new')
  async formAgain(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const values = readWaveForm(body);
    const templates = this.letters.templatesOf(await this.surveys.get(id), values.kind);
    const letter = filledFromTemplate(values.letter, body, templates);
    await this.forms.show(reply, id, { ...values, letter }, {}, readLetterView(body));
  }
}
