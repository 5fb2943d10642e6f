import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../staff-member.entity.js';

/**
 * One browser in which a staff member is signed in. The browser holds a random token of 256 bits, we
 * hold only its SHA-256: who reads this table can sign in nowhere.
 */
@Entity('staff_sessions')
export class StaffSession {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  /** Names it on pages, where the token must not be. */
  @Column({
    type: 'bigint',
    unique: true,
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    insert: false,
    update: false,
  })
  id!: string;

  @ManyToOne(() => StaffMember, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'staff_member_id' })
  member!: StaffMember;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** When it was last used by a person; written at most once a minute. */
  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt!: Date;

  /** When it ends whatever happens. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** Such as `Firefox, Windows`; null where it does not say. No address is kept. */
  @Column({ type: 'text', nullable: true })
  browser!: string | null;

  /** How often a wrong password was given in it where the present one was asked for. */
  @Column({ name: 'wrong_passwords', type: 'int', default: 0 })
  wrongPasswords!: number;
}
