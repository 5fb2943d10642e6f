import { Delete } from '@nestjs/common';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { Id } from '../http/id.pipe.js';
import { ErasureService } from './erasure.service.js';

/** Erasing people; who asked for it is written down, and whom by number alone. */
@ApiController('', 'lists')
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  @Describes({
    id: 'eraseSubscriber',
    summary: 'Erase a person',
    description:
      'For good, with their mails, participations and what of their answers bears them. A second call answers 404.',
    answer: null,
  })
  @Delete('subscribers/:id')
  async erase(@Id() id: string): Promise<void> {
    await this.erasure.erase(id);
  }

  /** Erases everybody on the list; the list stays. */
  @Describes({
    id: 'eraseSubscribers',
    summary: 'Erase everybody on a list',
    description: 'The list stays. The call lasts until all are gone; where it breaks off, call again.',
    answer: null,
  })
  @Delete('lists/:id/subscribers')
  async empty(@Id() id: string): Promise<void> {
    await this.erasure.emptyList(id);
  }
}
