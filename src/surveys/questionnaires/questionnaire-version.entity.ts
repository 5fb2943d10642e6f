import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { QuestionnairePlan } from '../../questionnaire/plan/questionnaire-plan.js';

/** A questionnaire as it was published, with the plan compiled from it once. Never changed afterwards. */
@Entity('questionnaire_versions')
export class QuestionnaireVersion {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  /** Counts from 1 within the survey. */
  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'jsonb' })
  source!: object;

  @Column({ type: 'jsonb' })
  plan!: QuestionnairePlan;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
