import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { List } from './list.entity.js';

/** A person on a list, once per address. Who has unsubscribed stays, so that no import brings them back. */
@Entity('subscribers')
@Unique(['list', 'emailKey'])
export class Subscriber {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @ManyToOne(() => List, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'list_id' })
  list!: List;

  /** As we send to it. */
  @Column({ type: 'text' })
  email!: string;

  /** Lower-cased; the same mailbox has the same key. */
  @Index('subscribers_email_key')
  @Column({ name: 'email_key', type: 'text' })
  emailKey!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  /** A whole line such as „Sehr geehrte Frau Dr. Krüger“; made from the name where it is missing. */
  @Column({ type: 'text', nullable: true })
  salutation!: string | null;

  /** Primary language subtag (BCP 47), lower-cased: `de`. */
  @Column({ type: 'text', nullable: true })
  language!: string | null;

  /** Further columns of the imported files, by their heading. */
  @Column({ type: 'jsonb', default: {} })
  attributes!: Record<string, string>;

  @Column({ name: 'unsubscribed_at', type: 'timestamptz', nullable: true })
  unsubscribedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
