import { Get, Inject, Put } from '@nestjs/common';
import { z } from 'zod';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { ZodBody } from '../http/zod-body.js';
import type { OpenLink } from './open-links.queries.js';
import { OpenLinksService } from './open-links.service.js';

const openLinkInput = z.strictObject({
  on: z.boolean(),
  slug: z.string().max(60).optional(),
  perMinute: z.int().min(1).max(10_000).optional(),
});

@ApiController('surveys/:id/open-link', 'surveys')
export class OpenLinksController {
  constructor(
    private readonly openLinks: OpenLinksService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async get(@Id() id: string) {
    return this.shapeOf(await this.openLinks.get(id));
  }

  @Put()
  async set(@Id() id: string, @ZodBody(openLinkInput) input: z.output<typeof openLinkInput>) {
    return this.shapeOf(await this.openLinks.set(id, input));
  }

  private shapeOf(link: OpenLink | null) {
    if (link === null) return { on: false, slug: null, perMinute: null, url: null };
    const { slug, isOn, perMinute } = link;
    return { on: isOn, slug, perMinute, url: `${this.config.publicUrl}/o/${slug}` };
  }
}
