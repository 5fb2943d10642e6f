import { Get } from '@nestjs/common';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import type { Rate } from './response-rates.js';
import { StatisticsService } from './statistics.service.js';

const meanings = {
  rr1: 'Complete responses among all people invited (AAPOR RR1).',
  rr2: 'Complete and partial responses among all people invited (AAPOR RR2).',
};

@ApiController('surveys/:id/statistics', 'statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  async get(@Id() id: string) {
    const { survey, waves, rr1, rr2, ...numbers } = await this.statistics.of(id);
    const rate = (name: keyof typeof meanings, value: Rate) => ({ ...value, meaning: meanings[name] });
    return {
      surveyId: survey.id,
      closesAt: survey.closesAt,
      ...numbers,
      rr1: rate('rr1', rr1),
      rr2: rate('rr2', rr2),
      waves: waves.map(({ wave, status }) => ({
        id: wave.id,
        kind: wave.kind,
        state: wave.state,
        dueAt: wave.dueAt,
        startedAt: wave.startedAt,
        ...status,
      })),
    };
  }
}
