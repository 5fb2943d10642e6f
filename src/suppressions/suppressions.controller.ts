import { Delete, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { type Suppression, suppressionReasons } from './suppression.entity.js';
import { SuppressionsService } from './suppressions.service.js';

const newSuppression = z.object({
  email: z.string().max(320),
  reason: z.enum(suppressionReasons).default('manual'),
  note: z.string().trim().max(1000).nullable().default(null),
});
const whichAddress = z.object({ email: z.string().max(320) });

@ApiController('suppressions')
export class SuppressionsController {
  constructor(private readonly suppressions: SuppressionsService) {}

  @Get()
  async page(@ZodQuery(pageQuery) page: PageQuery) {
    const { items, next } = await this.suppressions.page(page);
    return { items: items.map(shapeOf), next };
  }

  @Post()
  @HttpCode(201)
  async add(@ZodBody(newSuppression) { email, reason, note }: z.output<typeof newSuppression>) {
    return shapeOf(await this.suppressions.add(email, reason, note));
  }

  @Delete()
  @HttpCode(204)
  removeAddress(@ZodQuery(whichAddress) { email }: z.output<typeof whichAddress>): Promise<void> {
    return this.suppressions.removeAddress(email);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Id() id: string): Promise<void> {
    return this.suppressions.remove(id);
  }
}

function shapeOf({ id, emailKey, reason, note, createdAt }: Suppression) {
  return { id, email: emailKey, reason, note, createdAt };
}
