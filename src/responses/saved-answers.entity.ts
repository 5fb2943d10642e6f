import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Unfinished } from './unfinished.js';
import type { Answers } from '../questionnaire/answers/answers.js';

/** What somebody has answered so far, kept page by page until they submit; never in anonymous surveys. */
@Entity('saved_answers')
export class SavedAnswers {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'participant_id', type: 'bigint', nullable: true })
  participantId!: string | null;

  /** In pseudonymous surveys instead of the participant. */
  @Column({ type: 'text', nullable: true })
  code!: string | null;

  /** The version they began with, and go on with when a newer one is published. */
  @Column({ name: 'version_id', type: 'bigint' })
  versionId!: string;

  @Column({ type: 'jsonb' })
  answers!: Answers;

  /** Page to go on with, from 0. */
  @Column({ type: 'int' })
  page!: number;

  @Column({ type: 'jsonb', nullable: true })
  unfinished!: Unfinished | null;

  @Column({ type: 'text' })
  language!: string;

  @Column({ name: 'begun_at', type: 'timestamptz' })
  begunAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
