import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError, NotFound } from '../../common/errors.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import type { FieldErrors } from '../../console/notices.js';
import { texts } from '../../common/texts.js';
import { errorText } from '../../console/error-text.js';
import { Id } from '../../http/id.pipe.js';
import { ListsService } from '../lists.service.js';
import {
  newSegmentForm,
  readSegmentForm,
  segmentConditionsOf,
  segmentErrorsOf,
  type SegmentForm,
  segmentFormOf,
  segmentInputOf,
} from './segment-form.js';
import { SegmentFormPage } from './segment-form.page.js';
import { SegmentsPage } from './segments.page.js';
import { type SegmentCount, SegmentsService, type SegmentSummary } from '../segments/segments.service.js';

/** More of them no page has to show. */
const SEGMENTS = 200;

/** The result of a form: its errors, or how many people it counts. */
interface Outcome {
  errors?: FieldErrors;
  counted?: SegmentCount;
}

/** The segments of a list as staff make them. */
@ConsoleController('lists/:id/segments')
export class SegmentsConsoleController {
  constructor(
    private readonly segments: SegmentsService,
    private readonly lists: ListsService,
  ) {}

  @Get()
  async all(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const list = await this.lists.get(id);
    const { items } = await this.segments.page(id, { limit: SEGMENTS });
    const hasAttributes = items.length > 0 || (await this.segments.attributesOf(id)).length > 0;
    show(
      reply,
      <SegmentsPage
        context={consoleContextOf(reply)}
        list={list}
        segments={items}
        hasAttributes={hasAttributes}
      />,
    );
  }

  @Get('new')
  async blank(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.showForm(reply, id, null, newSegmentForm());
  }

  @Post('new')
  async create(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.take(id, null, body, reply);
  }

  @Get(':segment')
  async one(@Id() id: string, @Id('segment') segmentId: string, @Res() reply: FastifyReply): Promise<void> {
    const segment = await this.ofList(id, segmentId);
    const counted = { matching: segment.matching, total: (await this.lists.get(id)).subscribers };
    await this.showForm(reply, id, segmentId, segmentFormOf(segment), { counted });
  }

  @Post(':segment')
  async change(
    @Id() id: string,
    @Id('segment') segmentId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.ofList(id, segmentId);
    await this.take(id, segmentId, body, reply);
  }

  @Post(':segment/delete')
  async remove(
    @Id() id: string,
    @Id('segment') segmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const base = `/console/lists/${id}/segments`;
    await this.ofList(id, segmentId);
    try {
      await this.segments.remove(segmentId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      goTo(reply, base, { tone: 'error', text: errorText(locale, error) });
      return;
    }
    goTo(reply, base, { tone: 'success', text: texts('segments', locale).removed });
  }

  /** Does what the button says that the form was sent by. */
  private async take(
    listId: string,
    segmentId: string | null,
    body: unknown,
    reply: FastifyReply,
  ): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const { form, go } = readSegmentForm(body);
    try {
      if (go !== 'save') {
        const outcome = go === 'count' ? await this.count(listId, form, reply) : {};
        await this.showForm(reply, listId, segmentId, form, outcome);
        return;
      }
      const { input, errors } = segmentInputOf(form, locale);
      if (errors) {
        await this.showForm(reply, listId, segmentId, form, { errors });
        return;
      }
      if (segmentId) await this.segments.change(segmentId, input);
      else await this.segments.create(listId, input);
      goTo(reply, `/console/lists/${listId}/segments`, {
        tone: 'success',
        text: texts('segments', locale).saved,
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.problems.length === 0) throw error;
      await this.showForm(reply, listId, segmentId, form, { errors: segmentErrorsOf(error, locale) });
    }
  }

  private async count(listId: string, form: SegmentForm, reply: FastifyReply): Promise<Outcome> {
    const { input, errors } = segmentConditionsOf(form, consoleContextOf(reply).locale);
    return errors ? { errors } : { counted: await this.segments.count(listId, input) };
  }

  private async showForm(
    reply: FastifyReply,
    listId: string,
    id: string | null,
    form: SegmentForm,
    { errors = {}, counted }: Outcome = {},
  ): Promise<void> {
    const list = await this.lists.get(listId);
    const attributes = await this.segments.attributesOf(listId);
    show(
      reply,
      <SegmentFormPage
        context={consoleContextOf(reply)}
        list={list}
        id={id}
        form={form}
        attributes={attributes}
        errors={errors}
        counted={counted ?? null}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }

  private async ofList(listId: string, segmentId: string): Promise<SegmentSummary> {
    const segment = await this.segments.get(segmentId);
    if (segment.listId !== listId) throw new NotFound('segment', segmentId);
    return segment;
  }
}
