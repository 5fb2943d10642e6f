import { coded } from '../../common/coded-text.js';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { DomainError, NotFound } from '../../common/errors.js';
import { idAfter, type Page, pageOf, type PageRequest } from '../../common/page.js';
import { rowsOf } from '../../database/rows.js';
import { requireList } from '../../lists/lists.service.js';
import { SegmentsService } from '../../lists/segments/segments.service.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import {
  type EnrolmentCounts,
  enrolList,
  enrolmentOf,
  type EnrolmentRow,
  enrolmentsAfter,
  followedSource,
  noteEnrolment,
  previewEnrolment,
  sourcesWithNewcomers,
} from './enrolments.queries.js';
import { freezeGroupValues } from './group-members.queries.js';

/** A list or a segment of it; whether later subscribers are to be taken in too, if that is to change. */
export interface EnrolmentInput {
  listId: string;
  segmentId?: string | undefined;
  follow?: boolean | undefined;
}

export type EnrolmentResult = EnrolmentCounts & { follows: boolean };

/** Takes people into surveys: once, or as long as the survey follows their list. */
@Injectable()
export class EnrolmentsService implements OnModuleInit {
  private readonly log = new Logger(EnrolmentsService.name);
  private enrolled: (survey: string) => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly segments: SegmentsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.surveys.onFirstPublished((tx, { id }) => freezeGroupValues(tx, id));
  }

  /** Hears of each survey that people have just been taken into; to be called once, as the process starts. */
  onEnrolled(hear: (survey: string) => Promise<void>): void {
    this.enrolled = hear;
  }

  /**
   * Takes a list's subscribers into a survey; again later for those who joined.
   *
   * @throws NotFound, InvalidInput for a segment of another list, DomainError `survey.closed`
   */
  async enrol(surveyId: string, { listId, segmentId, follow }: EnrolmentInput): Promise<EnrolmentResult> {
    await this.requireNotClosed(surveyId);
    await requireList(this.dataSource, listId);
    const result = await this.dataSource.transaction(async (tx) => {
      await lockSurvey(tx, surveyId);
      const segmentPath = segmentId ? await this.segments.requirePath(tx, listId, segmentId) : null;
      const now = this.clock.now();
      const follows = await noteEnrolment(
        tx,
        { surveyId, listId, segmentId: segmentId ?? null },
        follow,
        now,
      );
      const counts = await enrolList(tx, surveyId, { listId, segmentPath }, now);
      const details = { listId, segmentId, follows, ...counts };
      await this.audit.record('participants.enrol', `survey:${surveyId}`, details, tx);
      return { ...counts, follows };
    });
    if (result.enrolled > 0) await this.enrolled(surveyId);
    return result;
  }

  /** Previews an enrolment. @throws like `enrol` */
  async preview(surveyId: string, { listId, segmentId }: EnrolmentInput): Promise<EnrolmentCounts> {
    await this.requireNotClosed(surveyId);
    await requireList(this.dataSource, listId);
    const segmentPath = segmentId
      ? await this.segments.requirePath(this.dataSource, listId, segmentId)
      : null;
    return previewEnrolment(this.dataSource, surveyId, { listId, segmentPath });
  }

  /** Where a survey's participants come from. @throws NotFound */
  async page(surveyId: string, { cursor, limit }: PageRequest): Promise<Page<EnrolmentRow>> {
    await this.surveys.get(surveyId);
    const rows = await enrolmentsAfter(this.dataSource, surveyId, idAfter(cursor), limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** Lets a survey follow a source, or no longer; who joined meanwhile is taken in, who is in stays. @throws NotFound */
  async setFollows(surveyId: string, id: string, follows: boolean): Promise<EnrolmentRow> {
    const row = await this.dataSource.transaction(async (tx) => {
      await rowsOf(tx, 'UPDATE enrolments SET follows = $3 WHERE survey_id = $1 AND id = $2', [
        surveyId,
        id,
        follows,
      ]);
      const changed = await enrolmentOf(tx, surveyId, id);
      if (!changed) throw new NotFound('enrolment', id);
      await this.audit.record('enrolment.follow', `survey:${surveyId}`, { enrolment: id, follows }, tx);
      return changed;
    });
    if (follows) await this.takeInNewcomers(row.listId);
    return row;
  }

  /** Forgets a source, and with it the following. Participants stay. @throws NotFound */
  async remove(surveyId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const gone = await rowsOf(tx, 'DELETE FROM enrolments WHERE survey_id = $1 AND id = $2 RETURNING 1', [
        surveyId,
        id,
      ]);
      if (gone.length === 0) throw new NotFound('enrolment', id);
      await this.audit.record('enrolment.forget', `survey:${surveyId}`, { enrolment: id }, tx);
    });
  }

  /**
   * Takes in anyone who has joined what open surveys follow. Safe to run anywhere, twice, or late.
   *
   * @param list only what follows this list
   */
  async takeInNewcomers(list?: string): Promise<void> {
    const sources = await sourcesWithNewcomers(this.dataSource, this.clock.now(), list);
    for (const { id, surveyId } of sources) {
      const enrolled = await this.takeIn(surveyId, id);
      if (enrolled === 0) continue;
      this.log.log({ event: 'enrolment.followed', survey: surveyId, enrolment: id, enrolled });
      await this.enrolled(surveyId);
    }
  }

  private async takeIn(surveyId: string, id: string): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      await lockSurvey(tx, surveyId);
      const now = this.clock.now();
      const source = await followedSource(tx, id, now);
      return source ? (await enrolList(tx, surveyId, source, now)).enrolled : 0;
    });
  }

  private async requireNotClosed(surveyId: string): Promise<void> {
    const survey = await this.surveys.get(surveyId);
    if (survey.state !== 'closed') return;
    throw new DomainError('conflict', coded('survey.closed/enrolling'));
  }
}

/** One at a time, and never during the start of a wave: anyone enrolled before it begins is written to. */
async function lockSurvey(tx: EntityManager, id: string): Promise<void> {
  await rowsOf(tx, 'SELECT FROM surveys WHERE id = $1 FOR NO KEY UPDATE', [id]);
}
