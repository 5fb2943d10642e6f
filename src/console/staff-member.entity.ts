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

  /** Argon2id in PHC form, with its parameters. */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
