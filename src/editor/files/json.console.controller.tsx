import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { actorOf, ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import { storableText } from '../../http/problems/storable-text.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { texts } from '../../common/texts.js';
import { EditorFactsService } from '../frame/editor-facts.service.js';
import { JsonPage } from './json.page.js';
import { readJson } from './json-positions.js';
import { postedValues, stepNumberIn } from '../frame/posted-values.js';
import { QuestionnaireEdits } from '../draft/questionnaire-edits.service.js';
import { draftOf, isNode } from '../draft/questionnaire-tree.js';
import { takenOrConflict } from '../conflict/show-conflict.js';

/** The questionnaire as text, for experts. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/editor/json')
export class JsonConsoleController {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly facts: EditorFactsService,
  ) {}

  @Get()
  async json(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.facts.of(id, reply);
    show(reply, <JsonPage facts={facts} text={JSON.stringify(facts.state.draft, null, 2)} failed={null} />);
  }

  @Get('download')
  async download(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { survey } = await this.edits.stateOf(id);
    void reply
      .headers({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="fragebogen-${id}.json"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(JSON.stringify(survey.questionnaire, null, 2));
  }

  @Post()
  async save(
    @Id() id: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = postedValues(body);
    const t = texts('editor', consoleContextOf(reply).locale).json;
    const text = values['json'] ?? '';
    const action = `/console/surveys/${id}/editor/json`;
    const read = readJson(text);
    const questionnaire =
      'value' in read && isNode(read.value) && !storableText(read.value) ? read.value : null;
    if (questionnaire === null) {
      const failed =
        'error' in read
          ? { message: t.errors[read.error], at: read.at }
          : { message: t.noObject, at: { line: 1, column: 1 } };
      show(reply, <JsonPage facts={await this.facts.of(id, reply)} text={text} failed={failed} />, 422);
      return;
    }
    const step = () =>
      this.edits.step(id, stepNumberIn(values), actorOf(request), () => ({
        draft: draftOf(questionnaire),
        summary: { code: 'json.change' },
      }));
    const sent = { typed: [['json', text]] as const, action };
    if (!(await takenOrConflict(step, sent, this.facts, id, reply))) return;
    goTo(reply, action, { tone: 'success', text: t.saved });
  }
}
