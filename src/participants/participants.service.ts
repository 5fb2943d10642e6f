import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rowsOf } from '../database/rows.js';
import { SurveysService } from '../surveys/surveys.service.js';
import type { Participation } from './participant.entity.js';
import {
  type AnswersOfDay,
  answersByDay,
  type ParticipantRow,
  participantsAfter,
} from './participants.queries.js';
import { shownParticipation } from './shown-participation.rules.js';

/** A participant as staff see them: nothing a survey promised to keep to itself. */
export type ShownParticipant = Omit<ParticipantRow, 'participation'> & {
  participation: Participation | null;
};

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
  ) {}

  /** Participants by ascending id, from behind `after` (`'0'` for the first page). */
  async page(surveyId: string, after: string, limit: number): Promise<ShownParticipant[]> {
    const { privacy } = await this.surveys.get(surveyId);
    const rows = await participantsAfter(this.dataSource, surveyId, after, limit);
    return rows.map((row) => ({ ...row, participation: shownParticipation(row.participation, privacy) }));
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
