import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who runs surveys and may sign in to the console. */
@Entity('staff_members')
export class StaffMember {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** Lower-cased; what they sign in with. */
  @Column({ type: 'text', unique: true })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Argon2id in PHC form, with its parameters; null until a first one is chosen by a link. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** Since when nobody may sign in with it; null where they may. */
  @Column({ name: 'locked_at', type: 'timestamptz', nullable: true })
  lockedAt!: Date | null;
}
