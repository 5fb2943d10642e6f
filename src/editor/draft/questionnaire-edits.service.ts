import { coded } from '../../common/coded-text.js';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { DomainError, NotFound } from '../../common/errors.js';
import type { Locale } from '../../common/locale.js';
import { rowsOf } from '../../database/rows.js';
import { type LssNote, lssNotesIn } from '../../limesurvey/lss-notes.js';
import {
  addReport,
  dropReportsAfter,
  dropReportsUpTo,
  latestReport,
} from '../../surveys/questionnaires/import-reports.queries.js';
import { setDraft } from '../../surveys/questionnaires/draft.queries.js';
import { Survey } from '../../surveys/survey.entity.js';
import { type Draft, draftOf } from './questionnaire-tree.js';
import { type EditSummary, QuestionnaireEdit } from './questionnaire-edit.entity.js';

const KEPT = 200;

/** What was done, without the questionnaire it led to. */
export type EditNote = Pick<QuestionnaireEdit, 'number' | 'summary' | 'madeBy' | 'madeAt'>;

/** A survey with its questionnaire as it is in the editor. */
export interface EditorState {
  survey: Survey;
  draft: Draft;
  /** Those of the survey, first the one that plain texts of the questionnaire are in. */
  languages: readonly Locale[];
  /** The step it stands at: every form carries it. */
  number: number;
  canUndo: boolean;
  canRedo: boolean;
  last: EditNote | null;
  /** What the latest file could not bring, and the step it came in with; null where there is nothing left to see. */
  report: { number: number; notes: LssNote[] } | null;
}

/** What a step makes of the questionnaire. */
interface Change {
  draft: Draft;
  summary: EditSummary;
  notes?: LssNote[];
}

/** Somebody else was faster; `since` is what they did. */
export class EditedMeanwhile extends DomainError {
  constructor(readonly since: readonly EditNote[]) {
    super('conflict', coded('questionnaire.edited_meanwhile'));
  }
}

/** The steps of the editor: each is kept, and the survey points at the one its questionnaire stands at. */
@Injectable()
export class QuestionnaireEdits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async stateOf(id: string): Promise<EditorState> {
    const { manager } = this.dataSource;
    const survey = await manager.findOne(Survey, { where: { id }, relations: { version: true } });
    if (!survey) throw new NotFound('survey', id);
    const number = survey.editNumber;
    const [edges] = await rowsOf<{ before: boolean; after: boolean }>(
      manager,
      `SELECT coalesce(bool_or(number < $2), false) AS before, coalesce(bool_or(number > $2), false) AS after
       FROM questionnaire_edits WHERE survey_id = $1`,
      [id, number],
    );
    return {
      survey,
      draft: draftOf(survey.questionnaire),
      languages: languagesOf(survey),
      number,
      canUndo: edges?.before ?? false,
      canRedo: edges?.after ?? false,
      last: await manager.findOne(QuestionnaireEdit, {
        select: { surveyId: true, number: true, summary: true, madeBy: true, madeAt: true },
        where: { surveyId: id, number },
      }),
      report: await reportAt(manager, id, number),
    };
  }

  /**
   * Takes a step from the one the form was made from. What changes nothing is no step.
   *
   * @param change may store what belongs to the step in its transaction
   * @returns the step the questionnaire now stands at
   * @throws EditedMeanwhile where the questionnaire has moved on
   */
  async step(
    id: string,
    from: number,
    by: string,
    change: (draft: Draft, tx: EntityManager) => Change | Promise<Change>,
  ): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const survey = await this.lockedAt(tx, id, from);
      const before = draftOf(survey.questionnaire);
      const { draft, summary, notes } = await change(before, tx);
      if (isDeepStrictEqual(draft, before)) return from;

      const base = await this.recordCurrentState(tx, survey, by);
      const number = (await highestOf(tx, id)) + 1;
      await forgetAfter(tx, id, base);
      await this.add(tx, survey, number, draft, summary, by);
      if (notes) await addReport(tx, id, number, notes);
      await rowsOf(
        tx,
        `DELETE FROM questionnaire_edits WHERE survey_id = $1 AND number <= (
           SELECT number FROM questionnaire_edits WHERE survey_id = $1 ORDER BY number DESC OFFSET $2 LIMIT 1)`,
        [id, KEPT],
      );
      await this.audit.record('questionnaire.edit', `survey:${id}`, { step: number, code: summary.code }, tx);
      return number;
    });
  }

  /** One step back or forth; stays if there is none. @throws EditedMeanwhile */
  async turn(id: string, from: number, direction: 'undo' | 'redo', by: string): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const survey = await this.lockedAt(tx, id, from);
      const base = await this.recordCurrentState(tx, survey, by);
      const [edit] = await rowsOf<{ number: number; questionnaire: object }>(
        tx,
        direction === 'undo'
          ? 'SELECT number, questionnaire FROM questionnaire_edits WHERE survey_id = $1 AND number < $2 ORDER BY number DESC LIMIT 1'
          : 'SELECT number, questionnaire FROM questionnaire_edits WHERE survey_id = $1 AND number > $2 ORDER BY number LIMIT 1',
        [id, base],
      );
      if (!edit) return base;
      await setDraft(tx, id, edit.number, edit.questionnaire);
      await this.audit.record(`questionnaire.${direction}`, `survey:${id}`, { step: edit.number }, tx);
      return edit.number;
    });
  }

  /** Staff have seen what the file of a step, and those before it, could not bring. */
  async dismissReport(id: string, upTo: number): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      if (await dropReportsUpTo(tx, id, upTo))
        await this.audit.record('questionnaire.dismiss_report', `survey:${id}`, { upTo }, tx);
    });
  }

  private async lockedAt(tx: EntityManager, id: string, from: number): Promise<Survey> {
    const survey = await tx.findOne(Survey, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!survey) throw new NotFound('survey', id);
    if (survey.editNumber === from) return survey;
    const since = await tx.find(QuestionnaireEdit, {
      select: { surveyId: true, number: true, summary: true, madeBy: true, madeAt: true },
      where: { surveyId: id, number: MoreThan(from) },
      order: { number: 'ASC' },
    });
    throw new EditedMeanwhile(since);
  }

  /**
   * Before the first step or turn, and where the questionnaire was changed past the editor (through the API), what
   * stands now becomes a step of its own, so that undoing leads back to it.
   */
  private async recordCurrentState(tx: EntityManager, survey: Survey, by: string): Promise<number> {
    const at = { surveyId: survey.id, number: survey.editNumber };
    const known = await tx.findOneBy(QuestionnaireEdit, at);
    if (!known) {
      await this.add(tx, survey, survey.editNumber, survey.questionnaire, { code: 'begin' }, by);
      return survey.editNumber;
    }
    if (isDeepStrictEqual(known.questionnaire, survey.questionnaire)) return survey.editNumber;
    const number = (await highestOf(tx, survey.id)) + 1;
    await forgetAfter(tx, survey.id, survey.editNumber);
    await this.add(tx, survey, number, survey.questionnaire, { code: 'outside' }, by);
    return number;
  }

  private async add(
    tx: EntityManager,
    survey: Survey,
    number: number,
    questionnaire: object,
    summary: EditSummary,
    madeBy: string,
  ): Promise<void> {
    await tx.insert(QuestionnaireEdit, {
      surveyId: survey.id,
      number,
      questionnaire: questionnaire as never,
      summary: summary as never,
      madeBy,
      madeAt: this.clock.now(),
    });
    await setDraft(tx, survey.id, number, questionnaire);
  }
}

async function reportAt(manager: EntityManager, id: string, step: number): Promise<EditorState['report']> {
  const latest = await latestReport(manager, id, step);
  const notes = lssNotesIn(latest?.notes);
  return latest && notes.length > 0 ? { number: latest.number, notes } : null;
}

/** What was undone can no longer be brought back. */
async function forgetAfter(tx: EntityManager, surveyId: string, number: number): Promise<void> {
  await tx.delete(QuestionnaireEdit, { surveyId, number: MoreThan(number) });
  await dropReportsAfter(tx, surveyId, number);
}

/** As the compiler takes them: the questionnaire's own language first, where the survey is held in it. */
function languagesOf({ questionnaire, languages }: Survey): readonly Locale[] {
  const { locale } = questionnaire as { locale?: unknown };
  const own = languages.filter((language) => language === locale);
  return [...own, ...languages.filter((language) => language !== locale)];
}

/** Undone steps count too: a number that was on somebody's page never means something else. */
async function highestOf(tx: EntityManager, surveyId: string): Promise<number> {
  return (await tx.maximum(QuestionnaireEdit, 'number', { surveyId })) ?? 0;
}
