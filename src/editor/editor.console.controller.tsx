import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ConsoleLocale } from '../common/locale.js';
import { actorOf, ConsoleController } from '../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../console/console-context.js';
import { Id } from '../http/id.pipe.js';
import { bodyRules, TakesBody } from '../http/bodies/takes-body.js';
import { ConflictPage } from './conflict/conflict.page.js';
import { type EditorMiddle, EditorPage } from './editor.page.js';
import { texts } from '../common/texts.js';
import { EditorFactsService } from './frame/editor-facts.service.js';
import type { EditorFacts } from './frame/editor-frame.js';
import { gapOf, stepOf } from './editor-steps.js';
import { valuesOf } from './element/element-values.js';
import { namesBelow, referencesTo } from './draft/name-references.js';
import { type FormValues, postedValues, safeAt, stepNumberIn } from './frame/posted-values.js';
import { fieldsOf } from './element/question-fields.js';
import { kindById } from './element/question-kinds.js';
import { EditedMeanwhile, QuestionnaireEdits } from './draft/questionnaire-edits.service.js';
import { located } from './draft/questionnaire-steps.js';
import { nodeAt, placedIn, typeAt } from './draft/questionnaire-tree.js';
import { RemovalPage } from './removal.page.js';

/** The editor: every form is one step, and leads back to the page it stands on. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/editor')
export class EditorConsoleController {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly facts: EditorFactsService,
  ) {}

  @Get()
  async editor(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = postedValues(query);
    const facts = await this.facts.of(id, reply, asked['at']);
    const middle = middleOf(facts, asked);
    show(reply, <EditorPage facts={facts} middle={middle} pageIndex={pageIndexOf(asked)} />);
  }

  @Post('steps')
  async step(
    @Id() id: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = postedValues(body);
    try {
      if (values['do'] === 'undo' || values['do'] === 'redo') await this.turn(id, values, request, reply);
      else await this.take(id, values, request, reply);
    } catch (error) {
      if (!(error instanceof EditedMeanwhile)) throw error;
      await this.showConflict(id, values, error, reply);
    }
  }

  private async turn(
    id: string,
    values: FormValues,
    request: ConsoleRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const direction = values['do'] === 'undo' ? 'undo' : 'redo';
    await this.edits.turn(id, stepNumberIn(values), direction, actorOf(request));
    const t = texts('editor', consoleContextOf(reply).locale);
    const view = ['flow', 'json'].includes(values['view'] ?? '') ? `/${values['view'] ?? ''}` : '';
    const path = `/console/surveys/${id}/editor${view}`;
    const text = direction === 'undo' ? t.undone : t.redone;
    goTo(reply, view ? path : `${path}?at=${safeAt(values['at'])}`, { tone: 'info', text });
  }

  private async take(
    id: string,
    values: FormValues,
    request: ConsoleRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const facts = await this.facts.of(id, reply, safeAt(values['at']));
    const { state, context } = facts;
    const base = `/console/surveys/${id}/editor`;
    const number = stepNumberIn(values);
    if (number !== state.number) {
      // Answers with what happened since: the step itself changes nothing.
      await this.edits.step(id, number, '', (draft) => ({ draft, summary: { code: 'begin' } }));
    }
    const outcome = stepOf(state.draft, values, state.languages);
    if (outcome.kind === 'gone') {
      const t = texts('editor', context.locale);
      goTo(reply, base, { tone: 'error', text: t.conflict.gone });
      return;
    }
    if (outcome.kind === 'wrong') {
      const { node, at, errors } = outcome;
      const form = { node, at, isNew: values['do'] === 'add', chosen: values['kind'], values, errors };
      const pageIndex = pageIndexOf({ at: at.split('@')[0] ?? '0' });
      show(reply, <EditorPage facts={facts} middle={{ kind: 'form', form }} pageIndex={pageIndex} />, 422);
      return;
    }
    if (values['do'] === 'remove' && values['sure'] !== 'yes') {
      const at = located(state.draft, values['at'] ?? '', values['was'] ?? '') ?? '';
      const references = referencesTo(state.draft, namesBelow(state.draft, at), at);
      if (references.length > 0) {
        show(reply, <RemovalPage facts={facts} at={at} references={references} />);
        return;
      }
    }
    const { stepped, summary } = outcome;
    await this.edits.step(id, number, actorOf(request), () => ({ draft: stepped.draft, summary }));
    goTo(reply, `${base}${nextPlace(values, stepped.at)}`, noticeOf(values, context.locale));
  }

  private async showConflict(
    id: string,
    values: FormValues,
    { since }: EditedMeanwhile,
    reply: FastifyReply,
  ) {
    const facts = await this.facts.of(id, reply);
    const { draft, languages } = facts.state;
    const isTurn = values['do'] === 'undo' || values['do'] === 'redo';
    const isGone = isTurn || stepOf(draft, values, languages).kind === 'gone';
    const action = `/console/surveys/${id}/editor/steps`;
    const typed = Object.entries(values);
    show(
      reply,
      <ConflictPage facts={facts} since={since} typed={typed} action={action} isGone={isGone} />,
      409,
    );
  }
}

function middleOf({ state: { draft, languages } }: EditorFacts, asked: FormValues): EditorMiddle {
  const gap = asked['add'] ?? '';
  const kind = kindById(asked['kind'] ?? '');
  const place = gapOf(gap);
  if (place && kind && (nodeAt(draft, place.within) ?? draft.pages.length === 0)) {
    const node = kind.begins;
    const values = valuesOf(node, fieldsOf(node.type), languages);
    return { kind: 'form', form: { node, at: gap, isNew: true, chosen: kind.id, values, errors: {} } };
  }
  const hasQuestions = placedIn(draft).some(({ address }) => address.includes('.'));
  if (place || !hasQuestions)
    return { kind: 'picker', gap: place ? gap : '0@0', last: asked['last'] ?? null };

  const at = asked['at'] ?? '0';
  const node = nodeAt(draft, at);
  if (!node) return { kind: 'nothing' };
  const values = valuesOf(node, fieldsOf(typeAt(node, at)), languages);
  return { kind: 'form', form: { node, at, isNew: false, values, errors: {} } };
}

/** Where to go on after a step: the form stays, or the next question is chosen, the last kind first. */
function nextPlace(values: FormValues, at: string): string {
  const next = /^next (\S+)$/.exec(values['then'] ?? '')?.[1];
  if (next === undefined || !gapOf(next)) return `?at=${at}`;
  const last = values['kind'] ?? values['last'] ?? '';
  return `?add=${next}${kindById(last) ? `&last=${last}` : ''}`;
}

function noticeOf(values: FormValues, locale: ConsoleLocale) {
  return values['do'] === 'remove'
    ? { tone: 'success' as const, text: texts('editor', locale).removed }
    : undefined;
}

function pageIndexOf(asked: FormValues): number {
  return Number(/^\d{1,3}/.exec(asked['at'] ?? asked['add'] ?? '0')?.[0] ?? 0);
}
