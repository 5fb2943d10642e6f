import { Delete, HttpCode } from '@nestjs/common';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { ErasureService } from './erasure.service.js';

/** Erasing people; who asked for it is written down, and whom by number alone. */
@ApiController('', 'lists')
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  @Delete('subscribers/:id')
  @HttpCode(204)
  async erase(@Id() id: string): Promise<void> {
    await this.erasure.erase(id);
  }

  /** Erases everybody on the list; the list stays. */
  @Delete('lists/:id/subscribers')
  @HttpCode(204)
  async empty(@Id() id: string): Promise<void> {
    await this.erasure.emptyList(id);
  }
}
