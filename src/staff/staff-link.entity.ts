import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { StaffMember } from './staff-member.entity.js';

/** What a link opens: making the first account, or choosing the password of one. */
export type StaffLinkPurpose = 'set-up' | 'password';

/**
 * A link that lets somebody in once, without a password. The link holds a random token of 256 bits, we hold
 * only its SHA-256; opening it changes nothing, and the form behind it uses it up.
 */
@Entity('staff_links')
export class StaffLink {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'text' })
  purpose!: StaffLinkPurpose;

  /** Whose password it sets; null for the first account, which is not there yet. */
  @ManyToOne(() => StaffMember, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'staff_member_id' })
  member!: StaffMember | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
