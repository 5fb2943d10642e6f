import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BYTE_ORDER_MARK, csvRow } from '../common/csv.js';
import { DomainError } from '../common/errors.js';
import { rowOf } from '../database/rows.js';
import { flattenAnswers, questionColumns } from '../questionnaire/question-columns.js';
import type { Survey } from '../surveys/survey.entity.js';
import { smallestGroup } from '../surveys/survey.rules.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type ExportedResponse, responsesOf } from './exports.queries.js';

export const exportFormats = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const contentTypes: Record<ExportFormat, string> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** Responses on their way out, piece by piece. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
  ) {}

  /**
   * @throws NotFound
   * @throws DomainError `responses.too_few` for an anonymous survey with fewer than five responses
   */
  async open(surveyId: string, format: ExportFormat): Promise<AsyncGenerator<string>> {
    const survey = await this.surveys.get(surveyId);
    if (survey.privacy === 'anonymous') await this.requireGroup(surveyId);
    return format === 'csv' ? this.asCsv(survey) : this.asNdjson(survey);
  }

  private async *asNdjson(survey: Survey): AsyncGenerator<string> {
    for await (const response of responsesOf(this.dataSource, survey.id)) {
      yield `${JSON.stringify(shapeOf(survey, response))}\n`;
    }
  }

  /** UTF-8 with a byte order mark, so that spreadsheets read umlauts; formulas are made harmless. */
  private async *asCsv(survey: Survey): AsyncGenerator<string> {
    const plan = survey.version?.plan;
    const person =
      survey.privacy === 'identified' ? ['participant', 'email', 'name', 'submitted_at', 'language'] : [];
    const questions = plan ? questionColumns(plan).map((column) => column.name) : [];
    yield BYTE_ORDER_MARK + csvRow(['response', ...person, ...questions]);
    if (!plan) return;
    for await (const response of responsesOf(this.dataSource, survey.id)) {
      const { id, participantId, email, name, submittedAt, language, answers } = response;
      const of =
        person.length > 0 ? [participantId, email, name, submittedAt?.toISOString() ?? null, language] : [];
      yield csvRow([id, ...of, ...flattenAnswers(plan, answers)]);
    }
  }

  private async requireGroup(surveyId: string): Promise<void> {
    const { count } = await rowOf<{ count: number }>(
      this.dataSource,
      'SELECT count(*)::int AS count FROM responses WHERE survey_id = $1',
      [surveyId],
    );
    if (count >= smallestGroup) return;
    throw new DomainError(
      'refused',
      'responses.too_few',
      `This survey is anonymous: its responses can be exported once there are ${smallestGroup}; there are ${count}.`,
    );
  }
}

function shapeOf(survey: Survey, response: ExportedResponse) {
  const { id, version, answers, participantId, email, name, submittedAt, language } = response;
  if (survey.privacy === 'anonymous') return { id, version, answers };
  return { id, version, participantId, email, name, submittedAt, language, answers };
}
