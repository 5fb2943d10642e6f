import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { actorOf, ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { askableIn } from '../draft/askable-questions.js';
import { texts } from '../../common/texts.js';
import { EditorFactsService } from '../frame/editor-facts.service.js';
import { FlowPage } from './flow.page.js';
import { readFlow } from './flow-form.js';
import { postedValues, stepNumberIn } from '../frame/posted-values.js';
import { QuestionnaireEdits } from '../draft/questionnaire-edits.service.js';
import { takenOrConflict } from '../conflict/show-conflict.js';

/** Jumps, early end, calculated values and the texts of the whole questionnaire. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/editor/flow')
export class FlowConsoleController {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly facts: EditorFactsService,
  ) {}

  @Get()
  async flow(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    show(reply, <FlowPage facts={await this.facts.of(id, reply)} />);
  }

  @Post()
  async save(
    @Id() id: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = postedValues(body);
    const { languages } = await this.edits.stateOf(id);
    const action = `/console/surveys/${id}/editor/flow`;
    const step = () =>
      this.edits.step(id, stepNumberIn(values), actorOf(request), (draft) => ({
        draft: readFlow(values, draft, languages, askableIn(draft, languages[0] ?? 'de')),
        summary: { code: 'flow.change' },
      }));
    const sent = { typed: Object.entries(values), action };
    if (!(await takenOrConflict(step, sent, this.facts, id, reply))) return;
    goTo(reply, action, {
      tone: 'success',
      text: texts('editor', consoleContextOf(reply).locale).flow.saved,
    });
  }
}
