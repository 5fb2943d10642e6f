import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LssNote } from '../../limesurvey/lss-notes.js';

/**
 * What a file could not bring into a questionnaire as it was. It holds from the step the file came in with until
 * the next file, and is gone once staff have said that they have seen it.
 */
@Entity('import_reports')
export class ImportReport {
  @PrimaryColumn({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  /** The step of the editor; 0 where the survey began with the file. */
  @PrimaryColumn({ type: 'int' })
  number!: number;

  @Column({ type: 'jsonb' })
  notes!: LssNote[];
}
