import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a step did, as a code with what it was done to; the page puts it into words. */
export interface EditSummary {
  code: EditCode;
  /** Title of the page or question, where there is one. */
  what?: string;
}

export type EditCode =
  | 'begin'
  | 'outside'
  | 'question.add'
  | 'question.change'
  | 'question.remove'
  | 'question.duplicate'
  | 'question.move'
  | 'page.add'
  | 'page.change'
  | 'page.remove'
  | 'page.duplicate'
  | 'page.move'
  | 'flow.change'
  | 'json.change'
  | 'import';

/** A questionnaire as it stood after one step of the editor. */
@Entity('questionnaire_edits')
export class QuestionnaireEdit {
  @PrimaryColumn({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  /** Grows with every step of the survey and is never given twice. */
  @PrimaryColumn({ type: 'int' })
  number!: number;

  @Column({ type: 'jsonb' })
  questionnaire!: object;

  @Column({ type: 'jsonb' })
  summary!: EditSummary;

  /** The staff member's address. */
  @Column({ name: 'made_by', type: 'text' })
  madeBy!: string;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;
}
