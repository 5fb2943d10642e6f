import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deliveries, type Delivery } from '../ledger/states/message.entity.js';
import type { Wave } from '../ledger/states/wave.entity.js';
import {
  countParticipations,
  type ParticipationCounts,
} from '../ledger/messages/participation-totals.queries.js';
import type { WaveStatus } from '../waves/wave-status.rules.js';
import { WaveStatuses } from '../waves/wave-status.js';
import { WavesService } from '../waves/waves.service.js';
import type { ResponseCounts } from '../results/release.queries.js';
import { ShownAnswers } from '../results/shown-answers.service.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type Rate, responseRates } from './response-rates.js';
import { completionCurve, type CurvePoint } from './statistics.queries.js';

/** How a survey stands. */
export interface SurveyStatistics {
  survey: Survey;
  participants: number;
  /** People an invitation was handed over for, whatever became of it. */
  invited: number;
  participation: ParticipationCounts;
  /** Messages of all waves by delivery; of anonymous surveys those of invitations. */
  delivery: Record<Delivery, number>;
  rr1: Rate;
  rr2: Rate;
  curve: CurvePoint[];
  /** Through the open link; counted apart, as nobody knows how many people have seen it. */
  openResponses: number;
  /** Responses that may be shown, and those that wait until they may. */
  responses: ResponseCounts;
  waves: { wave: Wave; status: WaveStatus }[];
}

/** Reads it all, writes nothing. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly waves: WavesService,
    private readonly statuses: WaveStatuses,
    private readonly answers: ShownAnswers,
  ) {}

  /** @throws NotFound */
  async of(surveyId: string): Promise<SurveyStatistics> {
    const survey = await this.surveys.get(surveyId);
    const waves = await this.waves.ofSurvey(surveyId);
    const [{ all, invited }, curve, responses, statuses] = await Promise.all([
      countParticipations(this.dataSource, surveyId),
      completionCurve(this.dataSource, surveyId, survey.privacy, survey.timeZone),
      this.answers.counts(survey),
      this.statuses.ofAll(waves),
    ]);
    const withStatus = waves.flatMap((wave) => {
      const status = statuses.get(wave.id);
      return status ? [{ wave, status }] : [];
    });
    return {
      survey,
      participants: total(all),
      invited: total(invited),
      participation: all,
      delivery: sumOf(
        withStatus.filter(({ status }) => status.settled === undefined).map(({ status }) => status.counts),
      ),
      ...responseRates(invited),
      curve,
      openResponses: responses.open,
      responses,
      waves: withStatus,
    };
  }
}

function total(counts: ParticipationCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function sumOf(all: readonly WaveStatus['counts'][]): Record<Delivery, number> {
  return Object.fromEntries(
    deliveries.map((state) => [state, all.reduce((sum, counts) => sum + (counts[state] ?? 0), 0)]),
  ) as Record<Delivery, number>;
}
