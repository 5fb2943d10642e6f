import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { clockChangeAt } from '../../common/local-time.js';
import { DomainError, NotFound } from '../../common/errors.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, type Desk, deskOf, goTo, show } from '../../console/desk.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/takes-body.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { filledFromTemplate, letterErrorsOf, wordsOfForm } from '../../letters/pages/letter-form.js';
import { sendLetter } from '../../letters/pages/letter-frame.js';
import { LetterPreviews, type LetterView, readLetterView } from '../../letters/letter-previews.service.js';
import { LettersService } from '../../letters/letters.service.js';
import { packWords, unpackWords } from '../../letters/packed-words.js';
import { TestMails } from '../../letters/test-mails.service.js';
import { WaveChanges } from '../wave-changes.service.js';
import type { Wave } from '../../ledger/wave.entity.js';
import { type WaveKind, waveKinds } from '../../letters/wave-words.js';
import {
  fieldErrorsOf,
  newWaveForm,
  readWaveForm,
  waveFormOf,
  type WaveFormValues,
  waveInputOf,
} from './wave-form.js';
import { WaveFormPage } from './wave-form.page.js';
import { texts } from '../../common/texts.js';
import { WavePreviewPage } from './wave-preview.page.js';
import { WavePreviews } from '../wave-previews.service.js';
import { WaveScheduling } from '../wave-scheduling.service.js';
import { WaveSegments } from '../wave-segments.service.js';
import type { WaveInput } from '../wave.schema.js';
import { wordsIn } from '../posted-words.js';
import { WavesService } from '../waves.service.js';

const PEOPLE_SHOWN = 50;
const kindQuery = z.object({ kind: z.enum(waveKinds).catch('invitation') });
const letterQuery = kindQuery.extend({ words: z.unknown().optional() });

/** The way to a wave: say what is wanted, look at it, schedule it. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id')
export class WavePlanningConsoleController {
  constructor(
    private readonly waves: WavesService,
    private readonly scheduling: WaveScheduling,
    private readonly changes: WaveChanges,
    private readonly previews: WavePreviews,
    private readonly segments: WaveSegments,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly letterPreviews: LetterPreviews,
    private readonly testMails: TestMails,
    private readonly clock: Clock,
  ) {}

  @Get('waves/new')
  async form(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.showForm(reply, id, newWaveForm(kindQuery.parse(query).kind));
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
    const found = await this.ownWave(id, wave);
    if (!isAnother && found.onRequestOf !== null) throw new NotFound('wave', wave);
    const values = waveFormOf(found);
    const kept = isAnother && values.when === 'local' ? { ...values, local: '' } : values;
    await this.showForm(reply, id, isAnother ? { ...kept, wave: '', exceedsBecause: '' } : values);
  }

  /** A preview has no address of its own: whoever comes back to it begins again. */
  @Get(['waves/preview', 'waves/test'])
  beginAgain(@Id() id: string, @Res() reply: FastifyReply): void {
    goTo(reply, `/console/surveys/${id}/waves/new`);
  }

  /** The same form again, filled as it was sent. */
  @Post('waves/new')
  async formAgain(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const values = readWaveForm(body);
    const templates = this.templatesOf(await this.surveys.get(id), values.kind);
    const letter = filledFromTemplate(values.letter, body, templates);
    await this.showForm(reply, id, { ...values, letter }, {}, readLetterView(body));
  }

  @Post('waves/preview')
  async preview(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.checked(reply, id, body, (input, values) => this.showPreview(reply, id, input, values, body));
  }

  @Post('waves/test')
  async test(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.checked(reply, id, body, async (input, values) => {
      const desk = deskOf(reply);
      const to = desk.member?.email ?? '';
      const { languages } = await this.surveys.get(id);
      await this.testMails.send(id, input.kind, wordsIn(input, languages), to, desk.locale);
      const text = texts('wave-form', desk.locale).preview.tested({ to });
      await this.showPreview(reply, id, input, values, body, { ...desk, notice: { tone: 'success', text } });
    });
  }

  @Post('waves')
  async schedule(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.checked(reply, id, body, async (input, values) => {
      const isChange = values.wave !== '';
      if (isChange) await this.ownWave(id, values.wave);
      const wave = await (isChange
        ? this.changes.replace(values.wave, input)
        : this.scheduling.schedule(id, input));
      const t = texts('wave-form', deskOf(reply).locale).preview;
      const scheduled = values.when === 'now' ? t.scheduledNow : t.scheduledLater;
      const text = isChange && values.when !== 'now' ? t.saved : scheduled;
      goTo(reply, `/console/waves/${wave.id}`, { tone: 'success', text });
    });
  }

  /** The designed letter alone, for the frame of the preview. */
  @Get('letter')
  async letter(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { kind, words } = letterQuery.parse(query);
    const { person, language } = readLetterView(query);
    const { html } = await this.testMails.preview(id, kind, unpackWords(words), person, language);
    sendLetter(reply, html);
  }

  /** @throws NotFound for a wave of another survey */
  private async ownWave(surveyId: string, id: string): Promise<Wave> {
    const wave = await this.waves.get(id);
    if (wave.surveyId !== surveyId) throw new NotFound('wave', id);
    return wave;
  }

  /** Goes on with what the form says, or shows it again with what is wrong. */
  private async checked(
    reply: FastifyReply,
    id: string,
    body: unknown,
    goOn: (input: WaveInput, values: WaveFormValues) => Promise<void>,
  ): Promise<void> {
    const t = texts('wave-form', deskOf(reply).locale);
    const values = readWaveForm(body);
    const survey = await this.surveys.get(id);
    const problems = await this.letterPreviews.problemsOf(
      survey,
      values.kind,
      wordsOfForm(values.letter, survey.languages),
    );
    const ofLetter = letterErrorsOf(problems, deskOf(reply).locale);
    const { input, errors } = waveInputOf(values, t);
    if (!input || problems.length > 0) {
      await this.showForm(reply, id, values, { ...errors, ...ofLetter }, readLetterView(body));
      return;
    }
    try {
      await goOn(input, values);
    } catch (error) {
      if (!(error instanceof DomainError) || error.problems.length === 0) throw error;
      await this.showForm(reply, id, values, fieldErrorsOf(error, deskOf(reply).locale));
    }
  }

  private async showForm(
    reply: FastifyReply,
    id: string,
    values: WaveFormValues,
    errors: Record<string, string> = {},
    view: LetterView = { person: null, language: null },
  ): Promise<void> {
    const survey = await this.surveys.get(id);
    const templates = this.templatesOf(survey, values.kind);
    const words = wordsOfForm(values.letter, survey.languages);
    const preview = await this.letterPreviews.shown(survey, values.kind, words, view);
    const segments = await this.segments.choicesFor(id);
    const state = { survey, now: this.clock.now(), values, errors, templates, preview, segments };
    show(reply, <WaveFormPage desk={deskOf(reply)} {...state} />, Object.keys(errors).length > 0 ? 422 : 200);
  }

  /** What is sent where staff write nothing of their own. */
  private templatesOf(survey: Survey, kind: WaveKind) {
    return Object.fromEntries(
      survey.languages.map((locale) => [locale, this.letters.textOf(survey, kind, locale, null)]),
    );
  }

  private async showPreview(
    reply: FastifyReply,
    id: string,
    input: WaveInput,
    values: WaveFormValues,
    body: unknown,
    desk: Desk = deskOf(reply),
  ): Promise<void> {
    const survey = await this.surveys.get(id);
    const now = this.clock.now();
    const own = values.wave === '' ? null : values.wave;
    const { dueAt: due, begins, local, ...audienceFacts } = await this.previews.of(id, input, own);
    const { audience = 'not_completed', ignoreGap = false, kind } = input;
    const { segmentId = null, exceedsBecause = null } = input;
    const inMind = { kind, audience, ignoreGap, segmentId, exceedsBecause };
    const people = await this.previews.people(id, inMind, due, PEOPLE_SHOWN);
    const asked = readLetterView(body).person;
    const person = people.find(({ id: one }) => one === asked)?.id ?? people[0]?.id ?? null;
    const words = wordsIn(input, survey.languages);
    const { letter, warnings } = await this.letterPreviews.of(survey, kind, words, {
      person,
      language: null,
    });
    const { from } = this.letters.originOf(survey);
    const query = new URLSearchParams({ kind, words: packWords(words), ...(person && { person }) });
    const preview = {
      ...audienceFacts,
      dueAt: input.sendAt.at === 'now' ? null : due,
      begins: begins > due ? begins : null,
      clockChange: input.sendAt.at === 'now' ? null : clockChangeAt(local, survey.timeZone),
      letter: letter ?? { subject: '', text: '' },
      warnings,
      letterUrl: `/console/surveys/${id}/letter?${query.toString()}`,
      from: `${from.name} <${from.address}>`,
      person: person ?? '',
      people: people.map(({ id: value, name, email }) => ({
        id: value,
        label: name ? `${name}, ${email}` : email,
      })),
    };
    show(
      reply,
      <WavePreviewPage desk={desk} survey={survey} now={now} values={values} preview={preview} errors={{}} />,
    );
  }
}
