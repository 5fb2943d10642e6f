import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { actorOf, ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import { readPostedForm } from '../../console/posted-form.js';
import { lssNotesInText } from '../../limesurvey/lss-notes.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { problemsOf } from '../draft/draft-problems.js';
import { texts } from '../../common/texts.js';
import { EditorFactsService } from '../frame/editor-facts.service.js';
import { ImportPage } from './import.page.js';
import { postedValues, safeAt, stepNumberIn } from '../frame/posted-values.js';
import { QuestionnaireEdits } from '../draft/questionnaire-edits.service.js';
import { readQuestionnaireFile } from './read-questionnaire-file.js';
import { takenOrConflict } from '../conflict/show-conflict.js';

/** Puts a questionnaire from a file in the place of the present one, after a look at what it holds. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/editor/import')
export class ImportConsoleController {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly facts: EditorFactsService,
  ) {}

  @Get()
  async form(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    show(reply, <ImportPage facts={await this.facts.of(id, reply)} text="" error={null} found={null} />);
  }

  @TakesBody(bodyRules.formWithFile)
  @Post()
  async read(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fields, file } = await readPostedForm(request);
    const text = postedValues(fields)['text'] ?? '';
    const read = readQuestionnaireFile(file.trim() ? file : text, consoleContextOf(reply).locale);
    const facts = await this.facts.of(id, reply);
    if ('error' in read) {
      show(reply, <ImportPage facts={facts} text={text} error={read.error} found={null} />, 422);
      return;
    }
    const { languages, privacy } = facts.state.survey;
    const problems = problemsOf(read.draft, languages, privacy);
    const found = { draft: read.draft, notes: read.notes, problems };
    show(reply, <ImportPage facts={facts} text="" error={null} found={found} />);
  }

  @Post('apply')
  async apply(
    @Id() id: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = postedValues(body);
    const { locale } = consoleContextOf(reply);
    const base = `/console/surveys/${id}/editor`;
    const read = readQuestionnaireFile(values['json'] ?? '', locale);
    if ('error' in read) {
      goTo(reply, `${base}/import`, { tone: 'error', text: read.error });
      return;
    }
    const step = () =>
      this.edits.step(id, stepNumberIn(values), actorOf(request), () => ({
        draft: read.draft,
        summary: { code: 'import' },
        notes: lssNotesInText(values['notes'] ?? ''),
      }));
    const typed = ['json', 'notes'].map((name) => [name, values[name] ?? ''] as const);
    if (!(await takenOrConflict(step, { typed, action: `${base}/import/apply` }, this.facts, id, reply)))
      return;
    goTo(reply, base, { tone: 'success', text: texts('editor', locale).import.applied });
  }
  /** Puts away what the latest file could not bring. */
  @Post('seen')
  async seen(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { upTo = '', at } = postedValues(body);
    await this.edits.dismissReport(id, stepNumberIn({ number: upTo }));
    goTo(reply, `/console/surveys/${id}/editor?at=${safeAt(at)}`);
  }
}
