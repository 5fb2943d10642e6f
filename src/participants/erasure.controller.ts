import { Delete, HttpCode } from '@nestjs/common';
import { AuditService } from '../console/audit.service.js';
import { ApiController } from '../http/api-controller.js';
import type { ApiToken } from '../http/api-token.entity.js';
import { CallingToken } from '../http/api-token.guard.js';
import { Id } from '../http/id.pipe.js';
import { ErasureService } from './erasure.service.js';

/** Erasing people; who asked for it is written down, and whom by number alone. */
@ApiController('', 'lists')
export class ErasureController {
  constructor(
    private readonly erasure: ErasureService,
    private readonly audit: AuditService,
  ) {}

  @Delete('subscribers/:id')
  @HttpCode(204)
  async erase(@Id() id: string, @CallingToken() token: ApiToken): Promise<void> {
    await this.erasure.erase(id);
    await this.audit.record(`token:${token.name}`, 'subscriber.erase', `subscriber:${id}`);
  }

  /** Erases everybody on the list; the list stays. */
  @Delete('lists/:id/subscribers')
  @HttpCode(204)
  async empty(@Id() id: string, @CallingToken() token: ApiToken): Promise<void> {
    const people = await this.erasure.emptyList(id);
    await this.audit.record(`token:${token.name}`, 'list.empty', `list:${id}`, { people });
  }
}
