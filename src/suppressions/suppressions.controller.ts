import { Delete, Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/bodies/zod-body.js';
import type { Suppression } from './suppression.entity.js';
import { newSuppression, suppression, suppressionPage, whichAddress } from './suppression.schema.js';
import { SuppressionsService } from './suppressions.service.js';

@ApiController('suppressions')
export class SuppressionsController {
  constructor(private readonly suppressions: SuppressionsService) {}

  @Describes({
    id: 'listSuppressions',
    summary: 'List suppressed addresses',
    description: 'In the order they were added.',
    answer: suppressionPage,
  })
  @Get()
  async page(@ZodQuery(pageQuery) page: PageQuery) {
    const { items, next } = await this.suppressions.page(page);
    return { items: items.map(shapeOf), next };
  }

  @Describes({
    id: 'addSuppression',
    summary: 'Suppress an address',
    description: 'One that is suppressed already stays as it is, with its first reason.',
    status: 201,
    answer: suppression,
  })
  @Post()
  async add(@ZodBody(newSuppression) { email, reason, note }: z.output<typeof newSuppression>) {
    return shapeOf(await this.suppressions.add(email, reason, note));
  }

  @Describes({
    id: 'freeAddress',
    summary: 'Free an address',
    description: 'Whether or not it was suppressed.',
    answer: null,
  })
  @Delete()
  removeAddress(@ZodQuery(whichAddress) { email }: z.output<typeof whichAddress>): Promise<void> {
    return this.suppressions.removeAddress(email);
  }

  @Describes({ id: 'deleteSuppression', summary: 'Remove a suppression', answer: null })
  @Delete(':id')
  remove(@Id() id: string): Promise<void> {
    return this.suppressions.remove(id);
  }
}

function shapeOf({ id, emailKey, reason, note, createdAt }: Suppression) {
  return { id, email: emailKey, reason, note, createdAt };
}
