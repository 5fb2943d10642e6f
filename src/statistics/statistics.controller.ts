import { issue } from '../http/problems/zod-problems.js';
import { Get } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { Id } from '../http/id.pipe.js';
import { ZodQuery } from '../http/bodies/zod-body.js';
import { type By, PeopleByGroup } from '../results/groups/people-by-group.service.js';
import type { Rate } from './response-rates.js';
import { statistics } from './statistics.schema.js';
import { StatisticsService } from './statistics.service.js';

const meanings = {
  rr1: 'Complete responses among all people invited (AAPOR RR1).',
  rr2: 'Complete and partial responses among all people invited (AAPOR RR2).',
};

const ways = ['language', 'provider', 'wave', 'segment'] as const;
const isWay = (by: string): by is (typeof ways)[number] => ways.some((way) => way === by);

const statisticsQuery = z.object({
  by: z
    .string()
    .max(200)
    .refine(
      (by) => isWay(by) || /^attribute:./.test(by),
      issue('statistics.unknown_way', { ways: ways.join(', ') }),
    )
    .transform((by): By =>
      isWay(by) ? { kind: by } : { kind: 'attribute', column: by.slice('attribute:'.length) },
    )
    .optional()
    .meta({ description: 'What people are grouped by.', examples: ['attribute:region'] }),
});

@ApiController('surveys/:id/statistics', 'statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly groups: PeopleByGroup,
  ) {}

  @Describes({
    id: 'getStatistics',
    summary: 'Get how a survey stands',
    description: '`by` adds groups: `attribute:<column of the list>` or `language`.',
    answer: statistics,
    problems: { 422: ['statistics.not_by'] },
  })
  @Get()
  async get(@Id() id: string, @ZodQuery(statisticsQuery) { by }: z.output<typeof statisticsQuery>) {
    const { survey, waves, rr1, rr2, ...numbers } = await this.statistics.of(id);
    const rate = (name: keyof typeof meanings, value: Rate) => ({ ...value, meaning: meanings[name] });
    return {
      surveyId: survey.id,
      ...(by && (await this.groups.of(survey, by))),
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
