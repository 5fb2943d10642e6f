import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { DomainError, InvalidInput, NotFound } from '../common/errors.js';
import { parseEmailAddress } from '../common/email-address.js';
import { instantOf } from '../common/local-time.js';
import { checkLetterText } from '../mail/letter-text.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import { QuestionnaireVersion } from './questionnaire-version.entity.js';
import { type Letters, Survey } from './survey.entity.js';
import type { SurveyChange, SurveyInput } from './survey.schema.js';

/** What has to move with a closing date, in the same transaction; throws to refuse the move. */
export type ClosingDateMoved = (tx: EntityManager, survey: Survey) => Promise<void>;

/** Fields that are promised to participants at publication and cannot change afterwards. */
const fixedAtPublication = ['privacy', 'questionnaire', 'languages'] as const;

@Injectable()
export class SurveysService {
  private readonly whenClosingDateMoved: ClosingDateMoved[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Lets a higher part move what hangs on the closing date. */
  onClosingDateMoved(follow: ClosingDateMoved): void {
    this.whenClosingDateMoved.push(follow);
  }

  async create(input: SurveyInput): Promise<Survey> {
    const survey = this.dataSource.manager.create(Survey, {
      state: 'draft',
      createdAt: this.clock.now(),
      graceMinutes: 15,
      letters: {},
      ...columnsOf(input),
    });
    return this.dataSource.manager.save(resolveClosing(survey));
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
    return this.dataSource.transaction(async (tx) => {
      const survey = await lock(tx, id);
      if (survey.state !== 'draft') refuseFixed(change);
      const closedAt = survey.closesAt.getTime();
      Object.assign(survey, columnsOf(change));
      resolveClosing(survey);
      await tx.save(survey);
      if (survey.closesAt.getTime() !== closedAt) {
        for (const follow of this.whenClosingDateMoved) await follow(tx, survey);
      }
      return survey;
    });
  }

  /** Checks and compiles the questionnaire, fixes it as a version, and opens the survey. @throws InvalidInput */
  async publish(id: string): Promise<Survey> {
    return this.dataSource.transaction(async (tx) => {
      const survey = await lock(tx, id);
      if (survey.state !== 'draft') {
        throw new DomainError(
          'conflict',
          'survey.already_published',
          'This survey has already been published.',
        );
      }
      const now = this.clock.now();
      if (survey.closesAt <= now) {
        throw new InvalidInput([
          { path: 'closesAt', message: `must be in the future, ${survey.closesAtLocal} has passed` },
        ]);
      }
      const plan = compileQuestionnaire(survey.questionnaire, survey.languages);
      survey.version = await tx.save(
        tx.create(QuestionnaireVersion, {
          surveyId: id,
          number: 1,
          source: survey.questionnaire,
          plan,
          createdAt: now,
        }),
      );
      survey.state = 'published';
      survey.publishedAt = now;
      return tx.save(survey);
    });
  }

  /** Ends a survey by hand before its closing date: nobody can answer, nothing is sent. */
  async close(id: string): Promise<Survey> {
    return this.move(id, 'published', 'closed');
  }

  /** Takes answers again, until the closing date. */
  async reopen(id: string): Promise<Survey> {
    return this.move(id, 'closed', 'published');
  }

  private async move(id: string, from: Survey['state'], to: Survey['state']): Promise<Survey> {
    return this.dataSource.transaction(async (tx) => {
      const survey = await lock(tx, id);
      if (survey.state === to) return survey;
      if (survey.state !== from) {
        throw new DomainError(
          'conflict',
          'survey.wrong_state',
          `A survey that is ${survey.state} cannot become ${to}.`,
        );
      }
      survey.state = to;
      return tx.save(survey);
    });
  }
}

async function lock(tx: EntityManager, id: string): Promise<Survey> {
  const survey = await tx.findOne(Survey, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!survey) throw new NotFound('survey', id);
  return survey;
}

function refuseFixed(change: SurveyChange): void {
  const fixed = fixedAtPublication.filter((field) => change[field] !== undefined);
  if (fixed.length === 0) return;
  throw new DomainError(
    'conflict',
    'survey.fixed',
    `${fixed.join(', ')} cannot change once a survey is published.`,
    fixed.map((path) => ({ path, message: 'is fixed at publication' })),
  );
}

function resolveClosing(survey: Survey): Survey {
  survey.closesAt = instantOf(survey.closesAtLocal, survey.timeZone);
  return survey;
}

function columnsOf(input: SurveyChange): Partial<Survey> {
  const { closesAt, sender, letters, ...same } = input;
  checkLetters(letters);
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

function checkLetters(letters: SurveyChange['letters']): void {
  for (const [kind, byLanguage] of Object.entries(letters ?? {})) {
    for (const [language, text] of Object.entries(byLanguage ?? {}))
      checkLetter(text, `letters.${kind}.${language}`);
  }
}

function checkLetter(text: { subject: string; body: string }, path: string): void {
  try {
    checkLetterText(text);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` })),
    );
  }
}
