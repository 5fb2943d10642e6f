import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale, LocalizedText } from '../common/locale.js';
import type { SendingWindow } from '../common/sending-window.js';
import { QuestionnaireVersion } from './questionnaires/questionnaire-version.entity.js';

/** What is known of who answered what; fixed at publication and told to participants. */
export const privacyKinds = ['identified', 'pseudonymous', 'anonymous'] as const;
export type Privacy = (typeof privacyKinds)[number];

/** `draft` can still change in everything; `published` takes answers until its closing date; `closed` was ended by hand. */
export type SurveyState = 'draft' | 'published' | 'closed';

export const uncertainPolicies = ['ask', 'accepted'] as const;
export type UncertainPolicy = (typeof uncertainPolicies)[number];

/** A letter's own words, by kind and language; what is missing is taken from the templates. */
export type Letters = Partial<
  Record<
    'invitation' | 'reminder' | 'last_call' | 'thank_you',
    Partial<Record<Locale, { subject: string; body: string; preview?: string }>>
  >
>;

/**
 * One questionnaire put to people until a closing date in its own time zone. Open or closed is
 * decided by the clock at request time (P7), never by a job that has to run.
 */
@Entity('surveys')
export class Survey {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ type: 'jsonb' })
  title!: LocalizedText;

  /** The first is the one everybody gets who asks for none of the others. */
  @Column({ type: 'text', array: true })
  languages!: Locale[];

  /** Wall-clock time in `timeZone`, `2027-11-12T23:59`; the truth from which `closesAt` follows. */
  @Column({ name: 'closes_at_local', type: 'text' })
  closesAtLocal!: string;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'closes_at', type: 'timestamptz' })
  closesAt!: Date;

  /** How long after closing somebody who had begun may still finish. */
  @Column({ name: 'grace_minutes', type: 'int' })
  graceMinutes!: number;

  @Column({ type: 'text' })
  privacy!: Privacy;

  @Column({ name: 'sender_name', type: 'text' })
  senderName!: string;

  @Column({ name: 'sender_email', type: 'text' })
  senderEmail!: string;

  @Column({ name: 'sender_address', type: 'text', nullable: true })
  senderAddress!: string | null;

  @Column({ name: 'privacy_url', type: 'text', nullable: true })
  privacyUrl!: string | null;

  @Column({ name: 'imprint_url', type: 'text', nullable: true })
  imprintUrl!: string | null;

  @Column({ type: 'jsonb' })
  letters!: Letters;

  /** SurveyJS JSON as edited; what participants see is the published version. */
  @Column({ type: 'jsonb' })
  questionnaire!: object;

  @ManyToOne(() => QuestionnaireVersion, { nullable: true })
  @JoinColumn({ name: 'version_id' })
  version!: QuestionnaireVersion | null;

  /** What is done about messages whose outcome nobody knows: staff are asked, or they count as sent. */
  @Column({ name: 'uncertain_policy', type: 'text' })
  uncertainPolicy!: UncertainPolicy;

  /** When its mails may go out; null: always. */
  @Column({ name: 'sending_window', type: 'jsonb', nullable: true })
  sendingWindow!: SendingWindow | null;

  /** Days between two of its mails to one person. */
  @Column({ name: 'gap_days', type: 'int' })
  gapDays!: number;

  /** So many reminders a person gets at most, unless a wave says why it goes beyond. */
  @Column({ name: 'max_reminders', type: 'int' })
  mostReminders!: number;

  /** Whether people may change what they have submitted, until the closing date; never in anonymous surveys. */
  @Column({ name: 'may_change_answers', type: 'boolean' })
  mayChangeAnswers!: boolean;

  /**
   * Whether free texts of an anonymous survey stay with the other answers; fixed at publication, and told to
   * participants.
   */
  @Column({ name: 'texts_stay_with_answers', type: 'boolean' })
  textsStayWithAnswers!: boolean;

  /** List columns by which an anonymous survey counts people; fixed at publication. */
  @Column({ name: 'group_columns', type: 'text', array: true })
  groupColumns!: string[];

  /** The step of the editor that the questionnaire stands at; 0 before the first. */
  @Column({ name: 'edit_number', type: 'int' })
  editNumber!: number;

  @Column({ type: 'text' })
  state!: SurveyState;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;
}
