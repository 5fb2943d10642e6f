import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { DomainError, NotFound } from '../common/errors.js';
import { rowsOf } from '../database/rows.js';
import { SurveysService } from '../surveys/surveys.service.js';
import {
  type AnswersOfDay,
  answersByDay,
  type Enrolment,
  enrolList,
  type ParticipantRow,
  participantsAfter,
} from './participants.queries.js';

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly clock: Clock,
  ) {}

  /** Takes a list's subscribers into a survey; again later for those who joined. @throws NotFound */
  async enrol(surveyId: string, listId: string): Promise<Enrolment> {
    const survey = await this.surveys.get(surveyId);
    if (survey.state === 'closed') {
      throw new DomainError(
        'conflict',
        'survey.closed',
        'This survey is closed; reopen it to add participants.',
      );
    }
    const [list] = await rowsOf(this.dataSource, 'SELECT 1 FROM lists WHERE id = $1', [listId]);
    if (!list) throw new NotFound('list', listId);
    return this.dataSource.transaction(async (tx) => {
      // One at a time, and never beside the start of a wave: who is in before it begins is written to.
      await rowsOf(tx, 'SELECT FROM surveys WHERE id = $1 FOR NO KEY UPDATE', [surveyId]);
      return enrolList(tx, surveyId, listId, this.clock.now());
    });
  }

  /** Participants by ascending id, from behind `after` (`'0'` for the first page). */
  async page(surveyId: string, after: string, limit: number): Promise<ParticipantRow[]> {
    await this.surveys.get(surveyId);
    return participantsAfter(this.dataSource, surveyId, after, limit);
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
