import { Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { ListsService } from './lists.service.js';

const newList = z.object({ name: z.string().trim().min(1, 'must not be empty').max(200) });
/** `search` is part of an address or a name. */
const subscribersQuery = pageQuery.extend({ search: z.string().trim().max(320).optional() });

@ApiController('lists')
export class ListsController {
  constructor(private readonly lists: ListsService) {}

  @Post()
  @HttpCode(201)
  create(@ZodBody(newList) { name }: z.output<typeof newList>) {
    return this.lists.create(name);
  }

  @Get()
  page(@ZodQuery(pageQuery) page: PageQuery) {
    return this.lists.page(page);
  }

  @Get(':id')
  get(@Id() id: string) {
    return this.lists.get(id);
  }

  @Get(':id/subscribers')
  subscribers(
    @Id() id: string,
    @ZodQuery(subscribersQuery) { search, ...page }: z.output<typeof subscribersQuery>,
  ) {
    return this.lists.subscribers(id, page, search);
  }
}
