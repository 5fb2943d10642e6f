import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * The state of a message. `accepted` is what the next mail server said, not more; `uncertain` may have been
 * sent, and no machine ever sends it again.
 */
export const deliveries = [
  'planned',
  'handing_over',
  'accepted',
  'deferred',
  'refused',
  'uncertain',
  'skipped',
] as const;
export type Delivery = (typeof deliveries)[number];

export type MessageKind = 'invitation' | 'reminder' | 'thank_you';

/** One mail to one person: a row of the ledger, unique per wave and participant (P1). */
@Entity('messages')
export class Message {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  /** Empty for thank-yous, which belong to a person and not to a wave. */
  @Column({ name: 'wave_id', type: 'bigint', nullable: true })
  waveId!: string | null;

  @Column({ name: 'participant_id', type: 'bigint' })
  participantId!: string;

  @Column({ type: 'text' })
  kind!: MessageKind;

  @Column({ type: 'text' })
  state!: Delivery;

  /** Why it was skipped or refused, or what is unclear about it. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'int' })
  attempts!: number;

  /** When it is tried again; empty while nobody has touched it yet, and once it is settled for good. */
  @Column({ name: 'next_attempt_at', type: 'timestamptz', nullable: true })
  nextAttemptAt!: Date | null;

  @Column({ name: 'claim_token', type: 'uuid', nullable: true })
  claimToken!: string | null;

  /** The mail provider whose pace it waits for, while that one is limited. */
  @Column({ name: 'throttled_by', type: 'text', nullable: true })
  throttledBy!: string | null;

  /** Host and port of the mail server it was handed to last. */
  @Column({ type: 'text', nullable: true })
  server!: string | null;

  /** The mail server's last words. */
  @Column({ type: 'text', nullable: true })
  reply!: string | null;

  @Column({ name: 'planned_at', type: 'timestamptz' })
  plannedAt!: Date;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
