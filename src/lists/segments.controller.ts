import { Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { bodyRules, TakesBody } from '../http/takes-body.js';
import {
  type SegmentChange,
  segmentChange,
  type SegmentConditions,
  segmentConditions,
  type SegmentInput,
  segmentInput,
} from './segment.schema.js';
import { SegmentsService } from './segments.service.js';

@TakesBody(bodyRules.longJson)
@ApiController('', 'segments')
export class SegmentsController {
  constructor(private readonly segments: SegmentsService) {}

  @Post('lists/:id/segments')
  @HttpCode(201)
  create(@Id() id: string, @ZodBody(segmentInput) input: SegmentInput) {
    return this.segments.create(id, input);
  }

  /** Says how many would be in it, and keeps nothing. */
  @Post('lists/:id/segments/count')
  @HttpCode(200)
  count(@Id() id: string, @ZodBody(segmentConditions) conditions: SegmentConditions) {
    return this.segments.count(id, conditions);
  }

  @Get('lists/:id/segments')
  page(@Id() id: string, @ZodQuery(pageQuery) page: PageQuery) {
    return this.segments.page(id, page);
  }

  @Get('segments/:id')
  get(@Id() id: string) {
    return this.segments.get(id);
  }

  @Patch('segments/:id')
  change(@Id() id: string, @ZodBody(segmentChange) change: SegmentChange) {
    return this.segments.change(id, change);
  }

  @Delete('segments/:id')
  @HttpCode(204)
  remove(@Id() id: string): Promise<void> {
    return this.segments.remove(id);
  }
}
