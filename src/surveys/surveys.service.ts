import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditAction } from '../audit/audit-actions.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { coded, type CodedText } from '../common/coded-text.js';
import { DomainError, NotFound } from '../common/errors.js';
import { parseEmailAddress } from '../common/email-address.js';
import { instantOf } from '../common/local-time.js';
import { usualWindow } from '../common/sending-window.js';
import type { LssNote } from '../limesurvey/lss-notes.js';
import { ImportReport } from './questionnaires/import-report.entity.js';
import { publishVersion } from './questionnaires/publish-version.js';
import { requireLetters } from './survey-letters.js';
import { refuseChangesWhereAnonymous, refuseFixed, requireFuture } from './survey-changes.rules.js';
import { type Letters, Survey } from './survey.entity.js';
import type { SurveyChange, SurveyInput } from './survey.schema.js';

/**
 * What has to move with a closing date or its zone, in the same transaction; throws to refuse the move.
 * Gives what is to be done once the move stands.
 */
export type ClosingDateMoved = (tx: EntityManager, survey: Survey) => Promise<() => Promise<void>>;

/** What a change of closing date or zone does to something that hangs on it. */
export interface DateMove {
  id: string;
  kind: 'invitation' | 'reminder';
  from: Date;
  to: Date;
  /** Why the change would be refused. */
  problem: 'after_closing' | 'in_the_past' | null;
}

/** A proposed closing date or time zone, not saved yet. */
export interface ProposedClosing {
  closesAt?: string | undefined;
  timeZone?: string | undefined;
}

@Injectable()
export class SurveysService {
  private readonly whenClosingDateMoved: ClosingDateMoved[] = [];
  private readonly whenPublished: ((tx: EntityManager, survey: Survey) => Promise<void>)[] = [];
  private readonly looksForWarnings: ((survey: Survey) => Promise<CodedText[]>)[] = [];
  private readonly moveWithClosing: ((id: string, change: ProposedClosing) => Promise<DateMove[]>)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Registers what a higher module moves when the closing date moves. */
  onClosingDateMoved(follow: ClosingDateMoved): void {
    this.whenClosingDateMoved.push(follow);
  }

  /** Registers what a higher module fixes at the first publication, in its transaction. */
  onFirstPublished(follow: (tx: EntityManager, survey: Survey) => Promise<void>): void {
    this.whenPublished.push(follow);
  }

  /** Registers the warnings a higher module shows before staff publish or invite. */
  onWarnings(look: (survey: Survey) => Promise<CodedText[]>): void {
    this.looksForWarnings.push(look);
  }

  /** What staff should know of a survey as it is; changes nothing. */
  async warningsOf(survey: Survey): Promise<CodedText[]> {
    const warnings: CodedText[] = [];
    for (const look of this.looksForWarnings) warnings.push(...(await look(survey)));
    return warnings;
  }

  /** Lets a higher part say what would move. */
  onMovePreview(look: (id: string, change: ProposedClosing) => Promise<DateMove[]>): void {
    this.moveWithClosing.push(look);
  }

  /** What a change of the closing date would move; changes nothing. */
  async previewMove(id: string, change: ProposedClosing): Promise<DateMove[]> {
    const moves: DateMove[] = [];
    for (const look of this.moveWithClosing) moves.push(...(await look(id, change)));
    return moves;
  }

  /**
   * @param notes what the file that the questionnaire comes from could not bring
   * @param twinOf the survey this is a duplicate of
   */
  async create(
    input: SurveyInput,
    { notes = [], twinOf }: { notes?: LssNote[]; twinOf?: string } = {},
  ): Promise<Survey> {
    const survey = this.dataSource.manager.create(Survey, {
      state: 'draft',
      createdAt: this.clock.now(),
      graceMinutes: 15,
      uncertainPolicy: 'ask',
      sendingWindow: usualWindow,
      gapDays: 3,
      mostReminders: 2,
      mayChangeAnswers: false,
      textsStayWithAnswers: false,
      groupColumns: [],
      editNumber: 0,
      letters: {},
      privacyUrl: null,
      imprintUrl: null,
      ...columnsOf(input),
    });
    refuseChangesWhereAnonymous(survey);
    resolveClosing(survey);
    requireFuture(survey, this.clock.now());
    await requireLetters(survey, input.letters);
    return this.dataSource.transaction(async (tx) => {
      const created = await tx.save(survey);
      if (notes.length > 0) await tx.insert(ImportReport, { surveyId: created.id, number: 0, notes });
      const subject = `survey:${created.id}`;
      if (twinOf === undefined) await this.audit.record('survey.create', subject, {}, tx);
      else await this.audit.record('survey.duplicate', subject, { from: twinOf }, tx);
      return created;
    });
  }

  async list(): Promise<Survey[]> {
    return this.dataSource.manager.find(Survey, { order: { id: 'DESC' } });
  }

  /** @throws NotFound */
  async get(id: string): Promise<Survey> {
    const survey = await this.dataSource.manager.findOne(Survey, {
      where: { id },
      relations: { version: true },
    });
    if (!survey) throw new NotFound('survey', id);
    return survey;
  }

  /**
   * Changes what may still change; everything or nothing.
   *
   * @throws DomainError `survey.fixed` for what publication has fixed
   */
  async change(id: string, change: SurveyChange): Promise<Survey> {
    const afterwards: (() => Promise<void>)[] = [];
    const changed = await this.dataSource.transaction(async (tx) => {
      const survey = await lockSurvey(tx, id);
      if (survey.state !== 'draft') refuseFixed(survey, change);
      const before = { at: survey.closesAt.getTime(), zone: survey.timeZone };
      Object.assign(survey, columnsOf(change));
      refuseChangesWhereAnonymous(survey);
      resolveClosing(survey);
      await requireLetters(survey, change.letters);
      await tx.save(survey);
      const fields = Object.keys(change).filter((field) => change[field as keyof SurveyChange] !== undefined);
      await this.audit.record('survey.change', `survey:${id}`, { fields }, tx);
      if (survey.closesAt.getTime() !== before.at || survey.timeZone !== before.zone) {
        for (const follow of this.whenClosingDateMoved) afterwards.push(await follow(tx, survey));
      }
      return survey;
    });
    for (const step of afterwards) await step();
    return changed;
  }

  /**
   * Checks and compiles the questionnaire and fixes it as a version: the first one opens the survey, each
   * further one is what people get who begin from now on. Anyone who has begun keeps theirs.
   *
   * @throws InvalidInput
   * @throws DomainError `survey.unchanged` where the published version says the same already
   */
  async publish(id: string): Promise<Survey> {
    return this.dataSource.transaction(async (tx) => {
      const survey = await lockSurvey(tx, id);
      const now = this.clock.now();
      if (survey.state === 'draft') requireFuture(survey, now);
      survey.version = await publishVersion(tx, survey, now);
      const isFirst = survey.state === 'draft';
      if (isFirst) survey.publishedAt = now;
      survey.state = 'published';
      const { number: version } = survey.version;
      await this.audit.record('survey.publish', `survey:${id}`, { version }, tx);
      const saved = await tx.save(survey);
      if (isFirst) for (const follow of this.whenPublished) await follow(tx, saved);
      return saved;
    });
  }

  /** Ends a survey by hand before its closing date: nobody can answer, nothing is sent. */
  async close(id: string): Promise<Survey> {
    return this.move(id, 'survey.close', 'published', 'closed');
  }

  /** Takes answers again, until the closing date. */
  async reopen(id: string): Promise<Survey> {
    return this.move(id, 'survey.reopen', 'closed', 'published');
  }

  private async move(
    id: string,
    action: AuditAction,
    from: Survey['state'],
    to: Survey['state'],
  ): Promise<Survey> {
    return this.dataSource.transaction(async (tx) => {
      const survey = await lockSurvey(tx, id);
      if (survey.state === to) return survey;
      if (survey.state !== from) {
        throw new DomainError('conflict', coded('survey.wrong_state', { state: survey.state, wanted: to }));
      }
      survey.state = to;
      await this.audit.record(action, `survey:${id}`, {}, tx);
      return tx.save(survey);
    });
  }
}

/**
 * A survey that nobody else changes until the transaction is over; what people answer meanwhile does not wait.
 *
 * @throws NotFound
 */
export async function lockSurvey(tx: EntityManager, id: string): Promise<Survey> {
  const survey = await tx.findOne(Survey, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!survey) throw new NotFound('survey', id);
  return survey;
}

function resolveClosing(survey: Survey): Survey {
  survey.closesAt = instantOf(survey.closesAtLocal, survey.timeZone);
  return survey;
}

function columnsOf(input: SurveyChange): Partial<Survey> {
  const { closesAt, sender, letters, ...same } = input;
  const columns = {
    ...same,
    letters: letters as Letters | undefined,
    closesAtLocal: closesAt,
    senderName: sender?.name,
    senderEmail: sender ? parseEmailAddress(sender.email)?.address : undefined,
    senderAddress: sender ? (sender.address ?? null) : undefined,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
