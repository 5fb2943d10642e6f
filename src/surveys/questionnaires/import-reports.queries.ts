import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import type { LssNote } from '../../limesurvey/lss-notes.js';
import { ImportReport } from './import-report.entity.js';

/** Keeps what a file could not bring. @param number the step of the editor it came in with; 0: it began the survey */
export async function addReport(
  tx: EntityManager,
  surveyId: string,
  number: number,
  notes: LssNote[],
): Promise<void> {
  await tx.insert(ImportReport, { surveyId, number, notes });
}

/** The latest report up to a step; null if there is none. */
export async function latestReport(
  manager: EntityManager,
  surveyId: string,
  upTo: number,
): Promise<ImportReport | null> {
  return manager.findOne(ImportReport, {
    where: { surveyId, number: LessThanOrEqual(upTo) },
    order: { number: 'DESC' },
  });
}

/** Drops the reports of steps that can no longer be brought back. */
export async function dropReportsAfter(tx: EntityManager, surveyId: string, number: number): Promise<void> {
  await tx.delete(ImportReport, { surveyId, number: MoreThan(number) });
}

/** Drops the reports that staff have seen. @returns whether there were any */
export async function dropReportsUpTo(tx: EntityManager, surveyId: string, number: number): Promise<boolean> {
  const { affected } = await tx.delete(ImportReport, { surveyId, number: LessThanOrEqual(number) });
  return Boolean(affected);
}
