import { Get, Inject, Put } from '@nestjs/common';
import type { z } from 'zod';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { Id } from '../http/id.pipe.js';
import { ZodBody } from '../http/bodies/zod-body.js';
import { openLink, openLinkInput } from './open-link.schema.js';
import type { OpenLink } from './open-links.queries.js';
import { OpenLinksService } from './open-links.service.js';

@ApiController('surveys/:id/open-link', 'surveys')
export class OpenLinksController {
  constructor(
    private readonly openLinks: OpenLinksService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Describes({ id: 'getOpenLink', summary: 'Get the open link of a survey', answer: openLink })
  @Get()
  async get(@Id() id: string) {
    return this.shapeOf(await this.openLinks.get(id));
  }

  @Describes({
    id: 'setOpenLink',
    summary: 'Switch the open link on or off',
    answer: openLink,
    problems: { 409: ['open_link.slug_taken'] },
  })
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
