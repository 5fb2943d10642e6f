import { coded, type CodedText } from '../common/coded-text.js';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditAction } from '../audit/audit-actions.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { DomainError, InvalidInput, NotFound, problem } from '../common/errors.js';
import { parseEmailAddress } from '../common/email-address.js';
import { instantOf, writtenOut } from '../common/local-time.js';
import { type Locale, textIn } from '../common/locale.js';
import { usualWindow } from '../common/sending-window.js';
import { compileLetter } from '../composer/letter.js';
import type { LetterKind, LetterText } from '../composer/letter-text.js';
import type { LssNote } from '../limesurvey/lss-notes.js';
import { ImportReport } from './import-report.entity.js';
import { publishVersion } from './publish-version.js';
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

/** A closing date, or a zone, that is only thought of. */
export interface ClosingInMind {
  closesAt?: string | undefined;
  timeZone?: string | undefined;
}

@Injectable()
export class SurveysService {
  private readonly whenClosingDateMoved: ClosingDateMoved[] = [];
  private readonly whenPublished: ((tx: EntityManager, survey: Survey) => Promise<void>)[] = [];
  private readonly looksForWarnings: ((survey: Survey) => Promise<CodedText[]>)[] = [];
  private readonly moveWithClosing: ((id: string, change: ClosingInMind) => Promise<DateMove[]>)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Lets a higher part move what hangs on the closing date. */
  onClosingDateMoved(follow: ClosingDateMoved): void {
    this.whenClosingDateMoved.push(follow);
  }

  /** Lets a higher part fix what holds from the first publication on, in its transaction. */
  onFirstPublished(follow: (tx: EntityManager, survey: Survey) => Promise<void>): void {
    this.whenPublished.push(follow);
  }

  /** Lets a higher part say what staff should know before they publish or invite. */
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
  onMovePreview(look: (id: string, change: ClosingInMind) => Promise<DateMove[]>): void {
    this.moveWithClosing.push(look);
  }

  /** What a change of the closing date would move; changes nothing. */
  async previewMove(id: string, change: ClosingInMind): Promise<DateMove[]> {
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
    await this.requireLetters(survey, input.letters);
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
      await this.requireLetters(survey, change.letters);
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
   * further one is what people get who begin from now on. Whoever has begun keeps theirs.
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

  /** Letters that could never be sent are refused now, and not when they are due. @throws InvalidInput */
  private async requireLetters(survey: Survey, letters: SurveyChange['letters']): Promise<void> {
    for (const [kind, byLanguage] of Object.entries(letters ?? {})) {
      for (const [language, text] of Object.entries(byLanguage ?? {})) {
        await requireLetter(survey, kind as LetterKind, language as Locale, text);
      }
    }
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

function requireFuture(survey: Survey, now: Date): void {
  if (survey.closesAt > now) return;
  throw new InvalidInput([problem('closesAt', 'survey.closes_in_the_past', { local: survey.closesAtLocal })]);
}

/** What was promised to participants stays: what becomes of their answers, and every language they were asked in. */
function refuseFixed(survey: Survey, change: SurveyChange): void {
  const dropped = survey.languages.filter((language) => change.languages?.includes(language) === false);
  const problems = [
    ...(change.privacy === undefined ? [] : [problem('privacy', 'survey.fixed_field')]),
    ...(['textsStayWithAnswers', 'groupColumns'] as const)
      .filter((path) => change[path] !== undefined && !isDeepStrictEqual(change[path], survey[path]))
      .map((path) => problem(path, 'survey.fixed_field')),
    ...(dropped.length === 0
      ? []
      : [problem('languages', 'survey.fixed_languages', { languages: dropped.join(', ') })]),
  ];
  if (problems.length === 0) return;
  throw new DomainError(
    'conflict',
    coded('survey.fixed', { fields: problems.map(({ path }) => path).join(', ') }),
    problems,
  );
}

function refuseChangesWhereAnonymous({ privacy, mayChangeAnswers }: Survey): void {
  if (privacy !== 'anonymous' || !mayChangeAnswers) return;
  throw new InvalidInput([problem('mayChangeAnswers', 'survey.change_where_anonymous')]);
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

async function requireLetter(
  survey: Survey,
  kind: LetterKind,
  locale: Locale,
  text: LetterText,
): Promise<void> {
  try {
    await compileLetter(kind, locale, text, {
      surveyTitle: textIn(survey.title, locale),
      senderName: survey.senderName,
      senderEmail: survey.senderEmail,
      senderAddress: survey.senderAddress,
      closingDate: writtenOut(survey.closesAt, survey.timeZone, locale),
      minutes: 5,
      privacy: survey.privacy,
      textsStayWithAnswers: survey.textsStayWithAnswers,
      privacyUrl: survey.privacyUrl,
      imprintUrl: survey.imprintUrl,
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const at = (path: string) => `letters.${kind}.${locale}.${path}`;
    throw new InvalidInput(error.problems.map((found) => ({ ...found, path: at(found.path) })));
  }
}
