import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { lockSurvey } from '../../surveys/surveys.service.js';
import { hasEnded, smallestGroup } from '../../surveys/survey.rules.js';
import { joinGroups } from '../../participants/enrolment/group-members.queries.js';
import { isSnapshotDue, OTHER_VALUE } from '../disclosure.rules.js';
import {
  type Counted,
  countByGroupValues,
  findSnapshot,
  type GroupSnapshot,
  lastParticipant,
  saveSnapshot,
  type SurveyOfGroups,
  surveysWithGroups,
} from './groups.queries.js';
import { cross, type Merged, mergedValues, mergeRareGroups } from './groups.rules.js';
import { type Cell, showGroups } from './small-cells.rules.js';

/**
 * Counts the people of anonymous surveys by group: never live, so that no number moves because one person has
 * answered. The first count forms the groups from everybody who is in by then; they stay as they are.
 */
@Injectable()
export class GroupSnapshots {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Renews what is due. Safe to run anywhere, twice, or late. */
  async renewAll(): Promise<void> {
    const now = this.clock.now();
    for (const survey of await surveysWithGroups(this.dataSource)) {
      if (!isSnapshotDue(survey.completed, survey.last, hasEnded(survey, now))) continue;
      await this.dataSource.transaction((tx) => this.renew(tx, survey));
    }
  }

  /** Under the survey's lock nobody is enrolled, and another scheduler waits and finds it done. */
  private async renew(tx: EntityManager, { id, groupColumns }: SurveyOfGroups): Promise<void> {
    const isEnded = hasEnded(await lockSurvey(tx, id), this.clock.now());
    const last = await findSnapshot(tx, id);
    const formed = last ?? (await formGroups(tx, id, groupColumns.length));
    if (!formed) return;
    const merged = setsOf(formed.merged);
    await takeInLatecomers(tx, id, formed, merged);

    const people = await countByGroupValues(tx, id, formed.formedUpTo);
    const completed = people.reduce((sum, each) => sum + each.completed, 0);
    if (!isSnapshotDue(completed, last, isEnded)) return;
    const shown = showGroups(cellsOf(people, merged), groupColumns.length, outsideOf(people), hiddenIn(last));
    await saveSnapshot(tx, id, { ...formed, completed, isFinal: isEnded, shown });
  }
}

/** @returns null where there are too few people for any group */
async function formGroups(
  tx: EntityManager,
  survey: string,
  columns: number,
): Promise<Pick<GroupSnapshot, 'formedUpTo' | 'merged'> | null> {
  const people = (await countByGroupValues(tx, survey, null)).filter(({ isIn }) => isIn);
  const merged = mergeRareGroups(people, columns);
  if (!merged) return null;
  return {
    formedUpTo: await lastParticipant(tx, survey),
    merged: merged.map((values) => [...values].sort()),
  };
}

/** People who came later join a group as soon as five of them share it. */
async function takeInLatecomers(
  tx: EntityManager,
  survey: string,
  { formedUpTo }: Pick<GroupSnapshot, 'formedUpTo'>,
  merged: Merged,
): Promise<void> {
  const people = await countByGroupValues(tx, survey, formedUpTo);
  const known = merged.map(
    (_, column) =>
      new Set(people.filter(({ isIn }) => isIn).map(({ values }) => mergedValues(values, merged)[column])),
  );
  // A value that nobody had as the groups were formed is counted as other, where its column has that.
  const valuesOf = ({ values }: Counted) =>
    mergedValues(values, merged).map((value, column) =>
      !known[column]?.has(value) && known[column]?.has(OTHER_VALUE) ? OTHER_VALUE : value,
    );
  const waiting = people.filter(({ isIn, values }) => !isIn && values.length > 0);
  const together = cross(
    waiting.map((each) => ({ values: valuesOf(each), count: each.count })),
    merged.map(() => new Set<string>()),
  );
  const enough = new Set(
    together.filter(({ count }) => count >= smallestGroup).map(({ values }) => JSON.stringify(values)),
  );
  const joining = waiting.filter((each) => enough.has(JSON.stringify(valuesOf(each))));
  if (joining.length > 0)
    await joinGroups(
      tx,
      survey,
      formedUpTo,
      joining.map(({ values }) => values),
    );
}

function cellsOf(people: readonly Counted[], merged: Merged): Cell[] {
  const within = people.filter(({ isIn }) => isIn);
  const completed = cross(
    within.map((each) => ({ values: each.values, count: each.completed })),
    merged,
  );
  return cross(within, merged).map(({ values, count }, index) => ({
    values,
    invited: count,
    completed: completed[index]?.count ?? 0,
  }));
}

function outsideOf(people: readonly Counted[]): { invited: number; completed: number } {
  const outside = people.filter(({ isIn }) => !isIn);
  return {
    invited: outside.reduce((sum, { count }) => sum + count, 0),
    completed: outside.reduce((sum, { completed }) => sum + completed, 0),
  };
}

function hiddenIn(last: GroupSnapshot | null): Set<string> {
  const withheld = last?.shown.flatMap((groups, column) =>
    groups.filter(({ hidden }) => hidden === 'withheld').map(({ value }) => `${column}/${value}`),
  );
  return new Set(withheld);
}

function setsOf(merged: readonly string[][]): Merged {
  return merged.map((values) => new Set(values));
}
