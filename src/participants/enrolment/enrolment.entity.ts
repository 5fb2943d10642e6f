import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/**
 * Where a survey's participants come from: a list or a segment of it. One that follows takes in anyone who
 * joins later.
 */
@Entity('enrolments')
@Unique(['surveyId', 'listId', 'segmentId'])
export class Enrolment {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  @Column({ name: 'list_id', type: 'bigint' })
  listId!: string;

  /** Null: the whole list. */
  @Column({ name: 'segment_id', type: 'bigint', nullable: true })
  segmentId!: string | null;

  @Column({ type: 'boolean' })
  follows!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
