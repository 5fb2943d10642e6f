import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { LocalDateTime } from '../../common/local-time.js';
import type { WaveKind, WaveWords } from '../../letters/wave-words.js';

/**
 * `scheduled` waits for its time, `planning` writes its messages, `sending` works through them,
 * `held` was stopped by a brake and says why, `finished` has nothing open.
 */
export const waveStates = [
  'scheduled',
  'planning',
  'sending',
  'paused',
  'held',
  'finished',
  'cancelled',
] as const;
export type WaveState = (typeof waveStates)[number];

/** What holds a wave: too many mails that failed, or a letter that cannot be sent. */
export type HeldBy = 'brake' | 'letter';

/** Whom a reminder is for: those who never began, those who began, or both. */
export const audiences = ['not_started', 'started', 'not_completed'] as const;
export type Audience = (typeof audiences)[number];

/** When a wave goes out, as staff said it; always wall-clock time in the survey's zone. */
export type SendAt =
  | { at: 'now' }
  | { at: 'local'; local: LocalDateTime }
  | { at: 'before_closing'; days: number; time: string }
  | { at: 'after_invitation'; days: number; time: string };

/** One mailing of a survey to its participants. */
@Entity('waves')
export class Wave {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'survey_id', type: 'bigint' })
  surveyId!: string;

  @Column({ type: 'text' })
  kind!: WaveKind;

  @Column({ type: 'text' })
  state!: WaveState;

  /** What staff asked for; `dueAt` follows from it and from the closing date. */
  @Column({ name: 'send_at', type: 'jsonb' })
  sendAt!: SendAt;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'text' })
  audience!: Audience;

  /** Own words by language instead of the survey's or the template's. */
  @Column({ type: 'jsonb' })
  words!: WaveWords;

  /** Only those of whom this segment's condition holds; null: everybody. */
  @Column({ name: 'segment_id', type: 'bigint', nullable: true })
  segmentId!: string | null;

  /** Stays open until the closing date: each person is written to when their own time has come. */
  @Column({ type: 'boolean' })
  rolling!: boolean;

  /** When planning last looked for people whose time has come; kept for rolling waves only. */
  @Column({ name: 'joiners_checked_at', type: 'timestamptz', nullable: true })
  joinersCheckedAt!: Date | null;

  /** The wave in whose mails people chose „remind me later“, for one that holds those reminders. */
  @Column({ name: 'on_request_of', type: 'bigint', nullable: true })
  onRequestOf!: string | null;

  /** Why it may go beyond the survey's number of reminders, as staff explained it. */
  @Column({ name: 'exceeds_because', type: 'text', nullable: true })
  exceedsBecause!: string | null;

  @Column({ name: 'ignore_window', type: 'boolean' })
  ignoreWindow!: boolean;

  /** Also to people whose last mail of this survey is more recent than its days between mails allow. */
  @Column({ name: 'ignore_gap', type: 'boolean' })
  ignoreGap!: boolean;

  @Column({ name: 'ignore_canary', type: 'boolean' })
  ignoreCanary!: boolean;

  /** When the first few percent had gone and were not refused; the rest follows. */
  @Column({ name: 'canary_passed_at', type: 'timestamptz', nullable: true })
  canaryPassedAt!: Date | null;

  /** No message is left that nobody has touched yet; what is open now stands among those to be tried again. */
  @Column({ name: 'fully_claimed', type: 'boolean' })
  fullyClaimed!: boolean;

  @Column({ name: 'held_by', type: 'text', nullable: true })
  heldBy!: HeldBy | null;

  @Column({ name: 'held_reason', type: 'text', nullable: true })
  heldReason!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
