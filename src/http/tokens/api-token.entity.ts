import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Actor } from '../../audit/actor.js';

/** What lets a script call the API. The token itself is shown once and not kept, only its SHA-256 is. */
@Entity('api_tokens')
export class ApiToken {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** Who or what uses it; is in the audit log. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'token_hash', type: 'bytea', unique: true })
  tokenHash!: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** To the minute. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  /** Who made it, as the audit log names them; null for those from before that was kept. */
  @Column({ name: 'made_by', type: 'text', nullable: true })
  madeBy!: Actor | null;

  /** When it ends by itself; null: never. */
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;
}
