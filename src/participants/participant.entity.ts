import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The progress of a participant; changed only by what the person does, never by a GET (P5). */
export const participations = [
  'not_started',
  'opened',
  'partial',
  'completed',
  'screened_out',
  'declined',
] as const;
export type Participation = (typeof participations)[number];

/**
 * One subscriber asked to answer one survey. Every mail about it carries the same personal link, so a
 * late answer to an early mail still counts.
 */
@Entity('participants')
export class Participant {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  @Column({ name: 'subscriber_id', type: 'bigint' })
  subscriberId!: string;

  @Column({ type: 'text' })
  participation!: Participation;

  @Column({ name: 'enrolled_at', type: 'timestamptz' })
  enrolledAt!: Date;

  /** Empty in anonymous surveys, where only the day is kept. */
  @Column({ name: 'completed_at', type: 'timestamptz', nullable: true })
  completedAt!: Date | null;

  /** Calendar day in the survey's zone. */
  @Column({ name: 'completed_on', type: 'date', nullable: true })
  completedOn!: string | null;

  /** How far they had come when they declined; null for everybody else. */
  @Column({ name: 'declined_from', type: 'text', nullable: true })
  declinedFrom!: Participation | null;

  /** In anonymous surveys what the group columns held as they were enrolled; '' where nothing. */
  @Column({ name: 'group_values', type: 'text', array: true, nullable: true })
  groupValues!: string[] | null;

  /** Whether somebody who came after the groups were formed has joined one, with at least four others. */
  @Column({ name: 'has_joined_group', type: 'boolean' })
  hasJoinedGroup!: boolean;

  @Column({ name: 'snoozed_until', type: 'timestamptz', nullable: true })
  snoozedUntil!: Date | null;
}
