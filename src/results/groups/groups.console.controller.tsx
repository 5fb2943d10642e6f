import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { MAX_GROUP_COLUMNS } from '../../surveys/survey.rules.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { GroupsPage } from './groups.page.js';
import { PeopleByGroup } from './people-by-group.service.js';
import { texts } from '../../common/texts.js';

const posted = z.object({
  columns: z
    .union([z.string().max(100), z.array(z.string().max(100)).max(100)])
    .catch([])
    .transform((value) => [value].flat()),
});

/** By which columns an anonymous survey will count its people. */
@ConsoleController('surveys/:id/groups')
export class GroupsConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly groups: PeopleByGroup,
    private readonly clock: Clock,
  ) {}

  @Get()
  async page(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { groupColumns } = await this.surveys.get(id);
    await this.show(reply, id, groupColumns);
  }

  @Post()
  async choose(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const t = texts('results', consoleContextOf(reply).locale);
    const { columns } = posted.parse(body);
    if (columns.length > MAX_GROUP_COLUMNS) {
      await this.show(reply, id, columns, t.tooMany({ most: MAX_GROUP_COLUMNS }));
      return;
    }
    await this.surveys.change(id, { groupColumns: columns });
    goTo(reply, `/console/surveys/${id}/groups`, { tone: 'success', text: t.saved });
  }

  private async show(
    reply: FastifyReply,
    id: string,
    chosen: readonly string[],
    error: string | null = null,
  ): Promise<void> {
    const survey = await this.surveys.get(id);
    const canPreview = chosen.length > 0 && error === null;
    const state = {
      ...{ survey, chosen, error, now: this.clock.now() },
      columns: await this.groups.columnsToChoose(survey),
      preview: canPreview ? await this.groups.preview(survey, chosen) : null,
    };
    show(reply, <GroupsPage context={consoleContextOf(reply)} {...state} />, error === null ? 200 : 422);
  }
}
