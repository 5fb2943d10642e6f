import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture of questionnaires, by the SHA-256 of its bytes in hexadecimal. Never changed. */
@Entity('images')
export class Image {
  @PrimaryColumn({ type: 'text' })
  hash!: string;

  @Column({ name: 'content_type', type: 'text' })
  contentType!: string;

  @Column({ type: 'bytea' })
  bytes!: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
