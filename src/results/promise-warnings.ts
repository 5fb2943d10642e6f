import { coded, type CodedText } from '../common/coded-text.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rowOf } from '../database/rows.js';
import type { Survey } from '../surveys/survey.entity.js';
import { smallestGroup } from '../surveys/survey.rules.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { COUNTED_FROM } from './disclosure.rules.js';
import { PeopleByGroup } from './groups/people-by-group.service.js';

/** Warns before publication about results that the survey's privacy will never allow to be shown. */
@Injectable()
export class PromiseWarnings implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly groups: PeopleByGroup,
  ) {}

  onModuleInit(): void {
    this.surveys.onWarnings((survey) => this.of(survey));
  }

  async of(survey: Survey): Promise<CodedText[]> {
    if (survey.privacy === 'identified') return [];
    const { people } = await rowOf<{ people: number }>(
      this.dataSource,
      'SELECT count(*)::int AS people FROM participants WHERE survey_id = $1',
      [survey.id],
    );
    if (people < smallestGroup)
      return [coded('participants.fewer_than_five', { people, least: smallestGroup })];
    if (survey.privacy !== 'anonymous') return [];
    if (people < COUNTED_FROM) return [coded('participants.fewer_than_ten', { people, least: COUNTED_FROM })];
    if (survey.groupColumns.length === 0) return [];
    const { merged } = await this.groups.preview(survey, survey.groupColumns);
    return merged
      .filter(({ values }) => values.length > 0)
      .map(({ column, values, isKept }) =>
        isKept
          ? coded('groups.merged', { column, values: values.length })
          : coded('groups.collapsed', { column, least: smallestGroup }),
      );
  }
}
