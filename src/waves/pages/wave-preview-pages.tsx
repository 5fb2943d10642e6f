import { letterKinds } from '../../composer/letter-text.js';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { clockChangeAt } from '../../common/local-time.js';
import { texts } from '../../common/texts.js';
import { type ConsoleContext, consoleContextOf, show } from '../../console/console-context.js';
import { LetterPreviews, readLetterView } from '../../letters/letter-previews.service.js';
import { LettersService } from '../../letters/letters.service.js';
import { packWords, unpackWords } from '../../letters/packed-words.js';
import { sendLetter } from '../../letters/pages/letter-frame.js';
import { TestMails } from '../../letters/test-mails.service.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { wordsIn } from '../planning/posted-words.js';
import { WavePreviews } from '../planning/wave-previews.service.js';
import type { WaveInput } from '../planning/wave.schema.js';
import { type WaveFormValues } from './wave-form.js';
import { WavePreviewPage } from './wave-preview.page.js';

const PEOPLE_SHOWN = 50;
const letterQuery = z.object({
  kind: z.enum(letterKinds).catch('invitation'),
  words: z.unknown().optional(),
});

/** A wave before it is scheduled: whom it reaches, when, and with which letter. */
@Injectable()
export class WavePreviewPages {
  constructor(
    private readonly surveys: SurveysService,
    private readonly previews: WavePreviews,
    private readonly letters: LettersService,
    private readonly letterPreviews: LetterPreviews,
    private readonly testMails: TestMails,
    private readonly clock: Clock,
  ) {}

  /** Sends the letter to anyone who is signed in, and says so on the preview. */
  async sendTest(
    reply: FastifyReply,
    id: string,
    input: WaveInput,
    values: WaveFormValues,
    body: unknown,
  ): Promise<void> {
    const context = consoleContextOf(reply);
    const to = context.member?.email ?? '';
    const { languages } = await this.surveys.get(id);
    await this.testMails.send(id, input.kind, wordsIn(input, languages), to, context.locale);
    const text = texts('wave-form', context.locale).preview.tested({ to });
    await this.show(reply, id, input, values, body, { ...context, notice: { tone: 'success', text } });
  }

  /** The designed letter alone, for the frame of the preview. */
  async sendLetter(reply: FastifyReply, id: string, query: unknown): Promise<void> {
    const { kind, words } = letterQuery.parse(query);
    const { person, language } = readLetterView(query);
    const { html } = await this.testMails.preview(id, kind, unpackWords(words), person, language);
    sendLetter(reply, html);
  }

  async show(
    reply: FastifyReply,
    id: string,
    input: WaveInput,
    values: WaveFormValues,
    body: unknown,
    context: ConsoleContext = consoleContextOf(reply),
  ): Promise<void> {
    const survey = await this.surveys.get(id);
    const now = this.clock.now();
    const own = values.wave === '' ? null : values.wave;
    const { dueAt: due, begins, local, ...audienceFacts } = await this.previews.of(id, input, own);
    const { audience = 'not_completed', ignoreGap = false, kind } = input;
    const { segmentId = null, exceedsBecause = null } = input;
    const proposed = { kind, audience, ignoreGap, segmentId, exceedsBecause };
    const people = await this.previews.people(id, proposed, due, PEOPLE_SHOWN);
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
      <WavePreviewPage
        context={context}
        survey={survey}
        now={now}
        values={values}
        preview={preview}
        errors={{}}
      />,
    );
  }
}
