import { Get, Param, Patch, Put } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidInput } from '../common/errors.js';
import { ApiController } from '../http/api-controller.js';
import { ZodBody } from '../http/zod-body.js';
import { paceChange, providerName, providerPaceChange } from './pace.schema.js';
import { type Paces, PacesService } from './paces.service.js';

/** How fast mail goes out; a change takes effect on waves under way within a second. */
@ApiController('paces')
export class PacesController {
  constructor(private readonly paces: PacesService) {}

  @Get()
  async all(): Promise<Paces> {
    return this.paces.all();
  }

  @Patch()
  async changeAll(@ZodBody(paceChange) { rate }: z.output<typeof paceChange>): Promise<Paces> {
    await this.paces.setAll(rate);
    return this.paces.all();
  }

  @Put(':provider')
  async changeProvider(
    @Param('provider') provider: string,
    @ZodBody(providerPaceChange) { rate, domains }: z.output<typeof providerPaceChange>,
  ): Promise<Paces> {
    const name = providerName.safeParse(provider);
    if (!name.success)
      throw new InvalidInput([{ path: 'provider', message: name.error.issues[0]?.message ?? 'is wrong' }]);
    await this.paces.setProvider(name.data, rate, domains);
    return this.paces.all();
  }
}
