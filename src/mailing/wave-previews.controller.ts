import { Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { isLocalDateTime, isTimeZone } from '../common/local-time.js';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { bodyRules, TakesBody } from '../http/takes-body.js';
import { SuggestedPlans } from './suggested-plans.service.js';
import { WaveMoves } from './wave-moves.service.js';
import { WavePreviews } from './wave-previews.service.js';
import { type WaveInput, waveInput } from './wave.schema.js';

const moveQuery = z.object({
  closesAt: z
    .string()
    .refine(isLocalDateTime, 'must be a local date and time such as 2027-11-12T23:59')
    .optional(),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin').optional(),
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
  @Get('plan/suggested')
  async suggested(@Id() id: string) {
    return { waves: await this.plans.for(id) };
  }

  /** Whom a wave would reach if it were scheduled so, and why not the others. */
  @Post('waves/preview')
  @HttpCode(200)
  async preview(@Id() id: string, @ZodBody(waveInput) input: WaveInput) {
    return this.previews.of(id, input);
  }

  /** What another closing date or zone would move. */
  @Get('waves/moves')
  async moved(@Id() id: string, @ZodQuery(moveQuery) query: z.output<typeof moveQuery>) {
    return { items: await this.moves.preview(id, query) };
  }
}
