import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { NotFound } from '../../common/errors.js';
import { rowsOf } from '../../database/rows.js';
import type { CleanImage } from './clean-image.js';
import { Image } from './image.entity.js';

/** Keeps pictures under the hash of their content: the same picture is stored once. */
@Injectable()
export class ImagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Stores a picture with the edit that shows it, in the edit's transaction. */
  async store(tx: EntityManager, image: CleanImage): Promise<void> {
    // One that is there becomes new again, so that a sweep that is just looking for unused ones spares it.
    await rowsOf(
      tx,
      `INSERT INTO images (hash, content_type, bytes, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (hash) DO UPDATE SET created_at = excluded.created_at`,
      [hashOf(image), image.kind, image.bytes, this.clock.now()],
    );
    await this.audit.record('image.store', `image:${hashOf(image)}`, {}, tx);
  }

  /** @throws NotFound */
  async get(hash: string): Promise<Image> {
    const image = await this.dataSource.manager.findOneBy(Image, { hash });
    if (!image) throw new NotFound('image', hash.slice(0, 64));
    return image;
  }
}

/** The path a picture is shown at. */
export function imagePath(image: CleanImage): string {
  return `/images/${hashOf(image)}`;
}

function hashOf({ bytes }: CleanImage): string {
  return createHash('sha256').update(bytes).digest('hex');
}
