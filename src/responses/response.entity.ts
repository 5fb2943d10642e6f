import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers } from '../questionnaire/answers/answers.js';

/**
 * A stored set of answers. In an identified survey it belongs to a participant, in a pseudonymous one
 * it bears a code. In an anonymous survey it has neither participant nor time, and its id is random, so
 * that nothing in the database leads back to a person (P8).
 */
@Entity('responses')
export class SurveyResponse {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  @Column({ name: 'version_id', type: 'bigint' })
  versionId!: string;

  @Column({ name: 'participant_id', type: 'bigint', nullable: true })
  participantId!: string | null;

  @Column({ type: 'jsonb' })
  answers!: Answers;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  /** In pseudonymous surveys: what only the secret key leads back from, see pseudonyms.ts. */
  @Column({ type: 'text', nullable: true })
  code!: string | null;

  /** Through a personal link, or the open one. */
  @Column({ type: 'text' })
  via!: 'personal' | 'open';

  /** The questionnaire was not meant for them and ended early. */
  @Column({ name: 'screened_out', type: 'boolean' })
  screenedOut!: boolean;

  /** Counts the times it was submitted; what it said before is kept in `response_revisions`. */
  @Column({ type: 'int' })
  revision!: number;

  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true })
  changedAt!: Date | null;

  /** The revision that is shown; null while none is. Without meaning in identified surveys, which show all. */
  @Column({ name: 'released_revision', type: 'int', nullable: true })
  releasedRevision!: number | null;

  /** The day on which somebody took a pseudonymous response back; it leaves with the next release. */
  @Column({ name: 'withdrawn_on', type: 'date', nullable: true })
  withdrawnOn!: string | null;

  /** In anonymous surveys: whether the row has been written anew among others, see mix-anonymous.queries.ts. */
  @Column({ name: 'is_mixed', type: 'boolean' })
  isMixed!: boolean;
}
