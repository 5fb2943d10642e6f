import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InvalidInput } from '../common/errors.js';
import { rowsOf } from '../database/rows.js';

/** What a wave can be narrowed to: segments of the lists that a survey's participants come from. */
@Injectable()
export class WaveSegments {
  constructor(private readonly dataSource: DataSource) {}

  /** For choosing one, by name. */
  async choicesFor(surveyId: string): Promise<{ id: string; name: string }[]> {
    return rowsOf(
      this.dataSource,
      `SELECT g.id, g.name FROM segments g WHERE EXISTS (
         SELECT FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
         WHERE p.survey_id = $1 AND s.list_id = g.list_id) ORDER BY lower(g.name), g.id`,
      [surveyId],
    );
  }

  /** A segment of a list that nobody comes from would reach nobody. @throws InvalidInput on `segmentId` */
  async require(surveyId: string, id: string | null | undefined): Promise<void> {
    if (id == null) return;
    const found = await rowsOf(
      this.dataSource,
      `SELECT FROM segments g WHERE g.id = $2 AND EXISTS (
         SELECT FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
         WHERE p.survey_id = $1 AND s.list_id = g.list_id)`,
      [surveyId, id],
    );
    if (found.length > 0) return;
    throw new InvalidInput([
      {
        path: 'segmentId',
        message: `${id} is not a segment of a list that participants of this survey come from`,
      },
    ]);
  }
}
