import { issue } from '../../http/problems/zod-problems.js';
import { Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { isLocalDateTime, isTimeZone } from '../../common/local-time.js';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { Id } from '../../http/id.pipe.js';
import { ZodBody, ZodQuery } from '../../http/bodies/zod-body.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { suggestedPlan, waveMoves, wavePreview } from './wave-answer.schema.js';
import { SuggestedPlans } from '../planning/suggested-plans.service.js';
import { WaveMoves } from '../planning/wave-moves.service.js';
import { WavePreviews } from '../planning/wave-previews.service.js';
import { type WaveInput, waveInput } from '../planning/wave.schema.js';

const waveRefusals = ['wave.after_closing', 'wave.too_many_reminders'];

const moveQuery = z.object({
  closesAt: z
    .string()
    .refine(isLocalDateTime, issue('field.not_a_local_time'))
    .optional()
    .describe('A local date and time; the present one where it is left out.'),
  timeZone: z
    .string()
    .refine(isTimeZone, issue('field.not_a_time_zone'))
    .optional()
    .describe('An IANA time zone; the present one where it is left out.'),
});

/** What would be: looking at it schedules and changes nothing. */
@TakesBody(bodyRules.longJson)
@ApiController('surveys/:id', 'waves')
export class WavePreviewsController {
  constructor(
    private readonly plans: SuggestedPlans,
    private readonly previews: WavePreviews,
    private readonly moves: WaveMoves,
  ) {}

  /** A plan to begin with. */
  @Describes({
    id: 'suggestPlan',
    summary: 'Suggest a plan',
    description:
      'Invitation now, a reminder after some days, a last call before closing, as far as there is room for them.',
    answer: suggestedPlan,
  })
  @Get('plan/suggested')
  async suggested(@Id() id: string) {
    return { waves: await this.plans.for(id) };
  }

  /** Whom a wave would reach if it were scheduled so, and why not the others. */
  @Describes({
    id: 'previewWave',
    summary: 'Preview a wave',
    description: 'Schedules nothing.',
    answer: wavePreview,
    problems: { 422: waveRefusals },
  })
  @Post('waves/preview')
  async preview(@Id() id: string, @ZodBody(waveInput) input: WaveInput) {
    return this.previews.of(id, input);
  }

  /** What another closing date or zone would move. */
  @Describes({
    id: 'previewMoves',
    summary: 'Preview what another closing date would move',
    answer: waveMoves,
  })
  @Get('waves/moves')
  async moved(@Id() id: string, @ZodQuery(moveQuery) query: z.output<typeof moveQuery>) {
    return { items: await this.moves.preview(id, query) };
  }
}
