import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { BYTE_ORDER_MARK, csvRow } from '../common/csv.js';
import { ShownAnswers } from '../results/shown-answers.service.js';
import type { ShownResponse } from '../results/shown-responses.queries.js';
import type { ShownText } from '../results/shown-texts.queries.js';
import { areTextsApart } from '../results/disclosure.rules.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { VersionsService } from '../surveys/questionnaires/versions.service.js';
import { responseShape, responseTable } from './response-columns.js';

export const exportFormats = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is taken away: responses, or the free texts that an anonymous survey shows by themselves. */
export type Exported = 'responses' | 'texts';

export const contentTypes: Record<ExportFormat, string> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** Responses on their way out, piece by piece. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly answers: ShownAnswers,
    private readonly surveys: SurveysService,
    private readonly versions: VersionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Who exported what is written down.
   *
   * @throws NotFound
   * @throws DomainError `responses.too_few` where fewer than five may be shown, `texts.with_answers`
   */
  async open(what: Exported, surveyId: string, format: ExportFormat): Promise<AsyncGenerator<string>> {
    const survey = await this.surveys.get(surveyId);
    if (what === 'texts') {
      const texts = await this.answers.texts(survey);
      await this.audit.record('texts.export', `survey:${surveyId}`, { format });
      return format === 'csv' ? textsAsCsv(texts) : asNdjson(texts, (text) => text);
    }
    const responses = await this.answers.responses(survey);
    await this.audit.record('responses.export', `survey:${surveyId}`, { format });
    return format === 'csv'
      ? this.asCsv(survey, responses)
      : asNdjson(responses, (response) => responseShape(survey.privacy, response));
  }

  private async *asCsv(survey: Survey, responses: AsyncGenerator<ShownResponse>): AsyncGenerator<string> {
    const versions = await this.versions.ofSurvey(survey.id);
    const table = responseTable(survey.privacy, versions, areTextsApart(survey));
    yield BYTE_ORDER_MARK + csvRow(table.names);
    for await (const response of responses) yield csvRow(table.rowOf(response));
  }
}

async function* asNdjson<Row>(
  rows: AsyncGenerator<Row>,
  shapeOf: (row: Row) => object,
): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(shapeOf(row))}\n`;
}

/** UTF-8 with a byte order mark, so that spreadsheets read umlauts; formulas are made harmless. */
async function* textsAsCsv(texts: AsyncGenerator<ShownText>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(['question', 'text']);
  for await (const { question, text } of texts) yield csvRow([question, text]);
}
