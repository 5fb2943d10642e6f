import { Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '../../common/errors.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { ListsService } from '../../lists/lists.service.js';
import { ErasurePage } from './erasure.page.js';
import { ErasurePreviews } from '../erasure-preview.service.js';
import { ErasureService } from '../erasure.service.js';
import { texts } from '../../common/texts.js';

/** A person erased by staff, after having seen what goes with them. */
@ConsoleController('lists/:id/subscribers/:subscriber/erasure')
export class ErasureConsoleController {
  constructor(
    private readonly erasure: ErasureService,
    private readonly previews: ErasurePreviews,
    private readonly lists: ListsService,
  ) {}

  @Get()
  async ask(
    @Id() id: string,
    @Id('subscriber') subscriber: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const preview = await this.previews.of(subscriber);
    if (preview?.person.listId !== id) throw new NotFound('subscriber', subscriber);
    show(
      reply,
      <ErasurePage context={consoleContextOf(reply)} list={await this.lists.get(id)} preview={preview} />,
    );
  }

  /** Pressed twice, it was done by the first. */
  @Post()
  async erase(
    @Id() id: string,
    @Id('subscriber') subscriber: string,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const t = texts('erasure', consoleContextOf(reply).locale);
    await this.lists.get(id);
    const wasThere = await this.eraseFrom(id, subscriber);
    goTo(reply, `/console/lists/${id}`, { tone: 'success', text: wasThere ? t.erased : t.erasedAlready });
  }

  /** @returns false where nobody of this number is there any more */
  private async eraseFrom(list: string, subscriber: string): Promise<boolean> {
    const preview = await this.previews.of(subscriber);
    if (preview && preview.person.listId !== list) throw new NotFound('subscriber', subscriber);
    try {
      await this.erasure.erase(subscriber);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }
}
