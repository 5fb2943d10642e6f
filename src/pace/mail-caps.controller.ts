import { Get, Put } from '@nestjs/common';
import type { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { ZodBody } from '../http/bodies/zod-body.js';
import { mailCap, mailCapInput } from './mail-cap.schema.js';
import { MailCaps } from './mail-caps.service.js';

/** The cap per person over all surveys. */
@ApiController('mail-cap')
export class MailCapsController {
  constructor(private readonly caps: MailCaps) {}

  @Describes({ id: 'getMailCap', summary: 'Get the cap per person', answer: mailCap })
  @Get()
  async get() {
    return (await this.caps.get()) ?? { most: null, days: null };
  }

  @Describes({
    id: 'setMailCap',
    summary: 'Set the cap per person',
    description: 'Takes effect on waves under way.',
    answer: mailCap,
  })
  @Put()
  async set(@ZodBody(mailCapInput) { most, days }: z.output<typeof mailCapInput>) {
    await this.caps.set(most === null || days === null ? null : { most, days });
    return this.get();
  }
}
