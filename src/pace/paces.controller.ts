import { checkedBy } from '../http/problems/zod-problems.js';
import { Get, Param, Patch, Put } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidInput } from '../common/errors.js';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { ZodBody } from '../http/bodies/zod-body.js';
import { paceChange, paces, providerName, providerPaceChange } from './pace.schema.js';
import { type Paces, PacesService } from './paces.service.js';

/** How fast mail goes out; a change takes effect on waves under way within a second. */
@ApiController('paces')
export class PacesController {
  constructor(private readonly paces: PacesService) {}

  @Describes({ id: 'getPaces', summary: 'Get all paces', answer: paces })
  @Get()
  async all(): Promise<Paces> {
    return this.paces.all();
  }

  @Describes({
    id: 'setPace',
    summary: 'Set the pace of everything',
    description: 'Takes effect on waves under way; null takes the limit away.',
    answer: paces,
  })
  @Patch()
  async changeAll(@ZodBody(paceChange) { rate }: z.output<typeof paceChange>): Promise<Paces> {
    await this.paces.setAll(rate);
    return this.paces.all();
  }

  @Describes({
    id: 'setProviderPace',
    summary: 'Set the pace of one mail provider',
    description:
      'The provider is named by the main domain of its mail servers, or by a domain whose mail it takes.',
    answer: paces,
  })
  @Put(':provider')
  async changeProvider(
    @Param('provider') provider: string,
    @ZodBody(providerPaceChange) { rate, domains }: z.output<typeof providerPaceChange>,
  ): Promise<Paces> {
    const name = checkedBy(providerName, provider);
    if (!name.isValid) throw new InvalidInput(name.problems.map((found) => ({ ...found, path: 'provider' })));
    await this.paces.setProvider(name.data, rate, domains);
    return this.paces.all();
  }
}
