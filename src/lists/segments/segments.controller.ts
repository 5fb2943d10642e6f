import { Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { Id } from '../../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../../http/page-query.js';
import { ZodBody, ZodQuery } from '../../http/bodies/zod-body.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import {
  segment,
  type SegmentChange,
  segmentChange,
  type SegmentConditions,
  segmentConditions,
  segmentCount,
  type SegmentInput,
  segmentInput,
  segments,
} from './segment.schema.js';
import { SegmentsService } from './segments.service.js';

@TakesBody(bodyRules.longJson)
@ApiController('', 'segments')
export class SegmentsController {
  constructor(private readonly segments: SegmentsService) {}

  @Describes({
    id: 'createSegment',
    summary: 'Create a segment',
    status: 201,
    answer: segment,
    problems: { 409: ['segment.name_taken'] },
  })
  @Post('lists/:id/segments')
  create(@Id() id: string, @ZodBody(segmentInput) input: SegmentInput) {
    return this.segments.create(id, input);
  }

  /** Counts who would be in it and stores nothing. */
  @Describes({
    id: 'countSegment',
    summary: 'Count who would be in a segment',
    description: 'Keeps nothing.',
    answer: segmentCount,
  })
  @Post('lists/:id/segments/count')
  count(@Id() id: string, @ZodBody(segmentConditions) conditions: SegmentConditions) {
    return this.segments.count(id, conditions);
  }

  @Describes({ id: 'listSegments', summary: 'List the segments of a list', answer: segments })
  @Get('lists/:id/segments')
  page(@Id() id: string, @ZodQuery(pageQuery) page: PageQuery) {
    return this.segments.page(id, page);
  }

  @Describes({ id: 'getSegment', summary: 'Get a segment', answer: segment })
  @Get('segments/:id')
  get(@Id() id: string) {
    return this.segments.get(id);
  }

  @Describes({
    id: 'changeSegment',
    summary: 'Change a segment',
    description: 'Counts at once for whoever follows it; who was taken in by it stays.',
    answer: segment,
    problems: { 409: ['segment.name_taken'] },
  })
  @Patch('segments/:id')
  change(@Id() id: string, @ZodBody(segmentChange) change: SegmentChange) {
    return this.segments.change(id, change);
  }

  @Describes({
    id: 'deleteSegment',
    summary: 'Delete a segment',
    answer: null,
    problems: { 409: ['segment.in_use'] },
  })
  @Delete('segments/:id')
  remove(@Id() id: string): Promise<void> {
    return this.segments.remove(id);
  }
}
