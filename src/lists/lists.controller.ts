import { Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/bodies/zod-body.js';
import { list, lists, newList, subscribers, subscribersQuery } from './list.schema.js';
import { ListsService } from './lists.service.js';

@ApiController('lists')
export class ListsController {
  constructor(private readonly lists: ListsService) {}

  @Describes({ id: 'createList', summary: 'Create a list', status: 201, answer: list })
  @Post()
  create(@ZodBody(newList) { name }: z.output<typeof newList>) {
    return this.lists.create(name);
  }

  @Describes({
    id: 'listLists',
    summary: 'List the lists',
    description: 'In the order they were made.',
    answer: lists,
  })
  @Get()
  page(@ZodQuery(pageQuery) page: PageQuery) {
    return this.lists.page(page);
  }

  @Describes({ id: 'getList', summary: 'Get a list', answer: list })
  @Get(':id')
  get(@Id() id: string) {
    return this.lists.get(id);
  }

  @Describes({
    id: 'listSubscribers',
    summary: 'List who is on a list',
    description: 'In the order they came; also those who have unsubscribed.',
    answer: subscribers,
  })
  @Get(':id/subscribers')
  subscribers(
    @Id() id: string,
    @ZodQuery(subscribersQuery) { search, ...page }: z.output<typeof subscribersQuery>,
  ) {
    return this.lists.subscribers(id, page, search);
  }
}
