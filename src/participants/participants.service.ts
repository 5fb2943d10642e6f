import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rowsOf } from '../database/rows.js';
import { SurveysService } from '../surveys/surveys.service.js';
import {
  type AnswersOfDay,
  answersByDay,
  type ParticipantRow,
  participantsAfter,
} from './participants.queries.js';

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
  ) {}

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
