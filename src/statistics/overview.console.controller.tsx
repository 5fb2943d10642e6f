import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../common/clock.js';
import { ConsoleController } from '../staff/console-controller.js';
import { consoleContextOf, show } from '../console/console-context.js';
import { Id } from '../http/id.pipe.js';
import { PeopleByGroup } from '../results/groups/people-by-group.service.js';
import { OverviewPage } from './overview.page.js';
import { StatisticsService } from './statistics.service.js';

/** The first page of a survey: how it stands. */
@ConsoleController('surveys')
export class OverviewConsoleController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly groups: PeopleByGroup,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  async overview(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const statistics = await this.statistics.of(id);
    const { survey } = statistics;
    const columns = survey.privacy === 'anonymous' ? survey.groupColumns : [];
    const groups = await Promise.all(
      columns.map(async (column) => ({
        column,
        groups: await this.groups.of(survey, { kind: 'attribute', column }),
      })),
    );
    const state = { statistics, groups, now: this.clock.now() };
    show(reply, <OverviewPage context={consoleContextOf(reply)} {...state} />);
  }
}
