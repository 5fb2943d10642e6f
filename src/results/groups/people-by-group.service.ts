import { coded, type CodedText } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../common/errors.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { OTHER_VALUE } from '../disclosure.rules.js';
import {
  columnsToChoose,
  countByColumns,
  countByGroupValues,
  countLive,
  findSnapshot,
} from './groups.queries.js';
import { cross, mergeRareGroups, type Merged, type People } from './groups.rules.js';
import type { HiddenReason } from './small-cells.rules.js';

/** What people are grouped by: a column of their list, or something the survey knows of them. */
export type By =
  { kind: 'attribute'; column: string } | { kind: 'language' | 'provider' | 'wave' | 'segment' };

/** People of one value. A number that may not be shown is null, and `suppressed` is true. */
export interface Group {
  /** Null for people without a value; `other` for values counted together. */
  value: string | null;
  /** In anonymous surveys: the values that are counted together here. */
  merged?: string[];
  invited: number;
  completed: number | null;
  partial: number | null;
  /** Share of those invited who have completed, 0 to 1. */
  rr1: number | null;
  suppressed: boolean;
  /** Why a number is not shown; `not_counted_yet` before the first snapshot. */
  reason: HiddenReason | 'not_counted_yet' | null;
}

export interface Groups {
  groups: Group[];
  /** In anonymous surveys: how many had completed when this was counted; null before, and where it is live. */
  countedAt: { completed: number } | null;
}

/** How a choice of group columns would come out for those who are in. */
export interface GroupPreview {
  people: number;
  /** One for each crossing of the columns. */
  cells: People[];
  /** For each column the values that would be counted as `other`. */
  merged: { column: string; values: string[]; isKept: boolean }[];
}

/** Who has taken part, by group; how much of it is shown follows from the survey's privacy. */
@Injectable()
export class PeopleByGroup {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `statistics.not_by` for groups that are not shown of this survey */
  async of(survey: Survey, by: By): Promise<Groups> {
    if (survey.privacy === 'anonymous') return this.anonymous(survey, by);
    if (by.kind !== 'attribute' && by.kind !== 'language')
      throw notBy(coded('statistics.not_by', { by: by.kind }));
    const column = by.kind === 'attribute' ? by.column : '';
    const groups = await countLive(this.dataSource, survey.id, by.kind, column);
    const isPseudonymous = survey.privacy === 'pseudonymous';
    return {
      countedAt: null,
      groups: groups.map(({ value, invited, partial, ...group }) => {
        // As in the list of participants: beside codes that say so, it must not be said who was screened out.
        const completed = group.completed + (isPseudonymous ? group.screenedOut : 0);
        const eligible = invited - (isPseudonymous ? 0 : group.screenedOut);
        const rr1 = eligible > 0 ? completed / eligible : null;
        return { value, invited, completed, partial, rr1, suppressed: false, reason: null };
      }),
    };
  }

  /** What choosing these columns would come to; changes nothing. */
  async preview(survey: Pick<Survey, 'id'>, columns: readonly string[]): Promise<GroupPreview> {
    const people = await countByColumns(this.dataSource, survey.id, columns);
    const merged = mergeRareGroups(people, columns.length);
    return {
      people: people.reduce((sum, { count }) => sum + count, 0),
      cells: merged ? cross(people, merged) : [],
      merged: columns.map((column, index) => ({
        column,
        values: [...(merged?.[index] ?? [])].sort(),
        isKept: merged !== null && people.some(({ values }) => !merged[index]?.has(values[index] ?? '')),
      })),
    };
  }

  /** Columns that can be chosen for a survey. */
  async columnsToChoose({ id }: Pick<Survey, 'id'>): Promise<string[]> {
    return columnsToChoose(this.dataSource, id);
  }

  private async anonymous(survey: Survey, by: By): Promise<Groups> {
    const column = by.kind === 'attribute' ? survey.groupColumns.indexOf(by.column) : -1;
    if (column < 0) {
      const chosen = survey.groupColumns.join(', ');
      throw notBy(
        chosen
          ? coded('statistics.not_by/anonymous', { chosen })
          : coded('statistics.not_by/anonymous_without_columns'),
      );
    }
    const snapshot = await findSnapshot(this.dataSource, survey.id);
    if (!snapshot) return { groups: await this.notCountedYet(survey, column), countedAt: null };
    const merged = snapshot.merged[column] ?? [];
    return {
      countedAt: { completed: snapshot.completed },
      groups: (snapshot.shown[column] ?? []).map(({ value, invited, completed, hidden }) => ({
        ...named(value, merged),
        invited,
        completed,
        partial: completed === null ? null : 0,
        rr1: completed === null ? null : completed / invited,
        suppressed: completed === null,
        reason: hidden,
      })),
    };
  }

  /** The groups as they would be formed now. */
  private async notCountedYet(survey: Survey, column: number): Promise<Group[]> {
    const people = (await countByGroupValues(this.dataSource, survey.id, null)).filter(({ isIn }) => isIn);
    const merged: Merged | null = mergeRareGroups(people, survey.groupColumns.length);
    if (!merged) return [];
    const counts = new Map<string, number>();
    for (const { values, count } of cross(people, merged)) {
      const value = values[column] ?? '';
      counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return [...counts].map(([value, invited]) => ({
      ...named(value, [...(merged[column] ?? [])].sort()),
      ...{ invited, completed: null, partial: null, rr1: null, suppressed: true, reason: 'not_counted_yet' },
    }));
  }
}

function named(value: string, merged: readonly string[]): Pick<Group, 'value' | 'merged'> {
  return {
    value: value === '' ? null : value,
    ...(value === OTHER_VALUE && merged.length > 0 && { merged: [...merged] }),
  };
}

function notBy(why: CodedText): DomainError {
  return new DomainError('refused', why);
}
