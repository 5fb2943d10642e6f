import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A newsletter list: people who agreed to hear from one sender about one thing. */
@Entity('lists')
export class List {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
