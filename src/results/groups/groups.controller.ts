import { issue } from '../../http/problems/zod-problems.js';
import { Get } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { Id } from '../../http/id.pipe.js';
import { ZodQuery } from '../../http/bodies/zod-body.js';
import { MAX_GROUP_COLUMNS } from '../../surveys/survey.rules.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { groupPreview } from './groups.schema.js';
import { PeopleByGroup } from './people-by-group.service.js';

const previewQuery = z.object({
  columns: z
    .string()
    .max(300)
    .transform((value) => [...new Set(value.split(',').filter(Boolean))])
    .refine(
      (columns) => columns.length <= MAX_GROUP_COLUMNS,
      issue('survey.too_many_columns', { most: MAX_GROUP_COLUMNS }),
    )
    .optional()
    .meta({ description: 'Columns of the list, separated by commas.', examples: ['region,role'] }),
});

@ApiController('surveys/:id/groups', 'surveys')
export class GroupsController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly groups: PeopleByGroup,
  ) {}

  /** How the people who are enrolled would be grouped by these columns, or by those that are chosen. */
  @Describes({
    id: 'previewGroups',
    summary: 'Preview how people would be grouped',
    description: 'By these columns of the list, separated by commas, or by those that are chosen.',
    answer: groupPreview,
  })
  @Get()
  async preview(@Id() id: string, @ZodQuery(previewQuery) { columns }: z.output<typeof previewQuery>) {
    const survey = await this.surveys.get(id);
    const { people, cells, merged } = await this.groups.preview(survey, columns ?? survey.groupColumns);
    return {
      columns: columns ?? survey.groupColumns,
      participants: people,
      cells: cells.map(({ values, count }) => ({ values, invited: count })),
      merged: merged.map(({ column, values, isKept }) => ({ column, values, kept: isKept })),
    };
  }
}
