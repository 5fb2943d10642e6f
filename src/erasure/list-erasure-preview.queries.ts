import type { LocalizedText } from '../common/locale.js';
import { type Database, rowsOf } from '../database/rows.js';
import type { Privacy } from '../surveys/survey.entity.js';

/** A survey that loses participants when a list is emptied. */
export interface SurveyOfList {
  id: string;
  title: LocalizedText;
  privacy: Privacy;
  /** How many of its participants are on the list. */
  participants: number;
}

/** The surveys that ask somebody on a list. */
export async function surveysOfList(database: Database, list: string): Promise<SurveyOfList[]> {
  return rowsOf<SurveyOfList>(
    database,
    `SELECT v.id, v.title, v.privacy, count(*)::int AS participants
     FROM participants p JOIN subscribers s ON s.id = p.subscriber_id JOIN surveys v ON v.id = p.survey_id
     WHERE s.list_id = $1 GROUP BY v.id ORDER BY v.id`,
    [list],
  );
}
