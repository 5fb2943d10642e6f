import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { rowsOf } from '../database/rows.js';
import { SurveysService } from '../surveys/surveys.service.js';
import type { Participation } from './participant.entity.js';
import {
  type AnswersOfDay,
  answersByDay,
  type ParticipantRow,
  participantsAfter,
} from './participants.queries.js';
import { PersonalLinks } from './personal-links.js';
import { shownParticipation } from './shown-participation.rules.js';

/** What has come of the latest mail to a participant, as far as staff are told. */
export interface LatestMail {
  /** Its state; null before the first mail. */
  delivery: string | null;
  /** When the mail server took one last. */
  lastMailedAt: Date | null;
}

/** A participant as staff see them: nothing a survey promised to keep to itself. */
export interface ShownParticipant extends Omit<ParticipantRow, 'participation'>, LatestMail {
  participation: Participation | null;
}

/** Finds the latest mail of participants by their ids; anyone who has had none is left out. */
type MailFinder = (participants: readonly string[]) => Promise<ReadonlyMap<string, LatestMail>>;

const NO_MAIL: LatestMail = { delivery: null, lastMailedAt: null };

@Injectable()
export class ParticipantsService {
  private findMails: MailFinder = () => Promise.resolve(new Map());

  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly links: PersonalLinks,
    private readonly audit: AuditService,
  ) {}

  /** The ledger knows what has come of mails; to be called once, as the process starts. */
  findsMailsBy(find: MailFinder): void {
    this.findMails = find;
  }

  /** Participants by ascending id, from behind `after` (`'0'` for the first page). */
  async page(surveyId: string, after: string, limit: number): Promise<ShownParticipant[]> {
    const { privacy } = await this.surveys.get(surveyId);
    const rows = await participantsAfter(this.dataSource, surveyId, after, limit);
    const mails = await this.findMails(rows.map(({ id }) => id));
    return rows.map((row) => ({
      ...row,
      ...(mails.get(row.id) ?? NO_MAIL),
      participation: shownParticipation(row.participation, privacy),
    }));
  }

  /**
   * The same with everybody's personal link. Anyone who can read links can answer in other people's names:
   * reading them is written down, and never possible in surveys that are not identified, where a link would
   * open what is kept from staff.
   */
  async pageWithLinks(
    surveyId: string,
    after: string,
    limit: number,
  ): Promise<(ShownParticipant & { link?: string })[]> {
    const { privacy } = await this.surveys.get(surveyId);
    const rows = await this.page(surveyId, after, limit);
    if (privacy !== 'identified') return rows;
    await this.audit.record('links.read', `survey:${surveyId}`, { participants: rows.length });
    return rows.map((row) => ({ ...row, link: this.links.survey(row.id) }));
  }

  async answersByDay(surveyId: string): Promise<AnswersOfDay[]> {
    return answersByDay(this.dataSource, surveyId);
  }

  async count(surveyId: string): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(
      this.dataSource,
      'SELECT count(*)::int AS count FROM participants WHERE survey_id = $1',
      [surveyId],
    );
    return row?.count ?? 0;
  }
}
