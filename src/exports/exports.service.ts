import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { BYTE_ORDER_MARK, csvRow } from '../common/csv.js';
import { DomainError } from '../common/errors.js';
import { rowOf } from '../database/rows.js';
import type { Survey } from '../surveys/survey.entity.js';
import { smallestGroup } from '../surveys/survey.rules.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { VersionsService } from '../surveys/versions.service.js';
import { responsesOf } from './exports.queries.js';
import { responseShape, responseTable } from './response-columns.js';

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
    private readonly versions: VersionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Who exported what is written down.
   *
   * @throws NotFound
   * @throws DomainError `responses.too_few` for a survey that is not identified, with fewer than five responses
   */
  async open(surveyId: string, format: ExportFormat): Promise<AsyncGenerator<string>> {
    const survey = await this.surveys.get(surveyId);
    if (survey.privacy !== 'identified') await this.requireGroup(surveyId);
    await this.audit.record('responses.export', `survey:${surveyId}`, { format });
    return format === 'csv' ? this.asCsv(survey) : this.asNdjson(survey);
  }

  private async *asNdjson(survey: Survey): AsyncGenerator<string> {
    for await (const response of responsesOf(this.dataSource, survey))
      yield `${JSON.stringify(responseShape(survey.privacy, response))}\n`;
  }

  /** UTF-8 with a byte order mark, so that spreadsheets read umlauts; formulas are made harmless. */
  private async *asCsv(survey: Survey): AsyncGenerator<string> {
    const table = responseTable(survey.privacy, await this.versions.ofSurvey(survey.id));
    yield BYTE_ORDER_MARK + csvRow(table.names);
    for await (const response of responsesOf(this.dataSource, survey)) yield csvRow(table.rowOf(response));
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
      `This survey promises that nobody is recognised: its responses can be exported once there are ${smallestGroup}; there are ${count}.`,
    );
  }
}
