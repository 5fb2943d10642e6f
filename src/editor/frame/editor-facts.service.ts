import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../common/clock.js';
import { consoleContextOf } from '../../console/console-context.js';
import { problemsOf } from '../draft/draft-problems.js';
import type { EditorFacts } from './editor-frame.js';
import { QuestionnaireEdits } from '../draft/questionnaire-edits.service.js';

/** What every page of the editor shows around its content. */
@Injectable()
export class EditorFactsService {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async of(id: string, reply: FastifyReply, at?: string): Promise<EditorFacts> {
    const state = await this.edits.stateOf(id);
    const problems = problemsOf(state.draft, state.survey.languages, state.survey.privacy);
    return { context: consoleContextOf(reply), state, now: this.clock.now(), problems, at };
  }
}
