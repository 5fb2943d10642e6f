import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { InvalidInput, NotFound } from '../common/errors.js';
import { Image } from './image.entity.js';
import { imageKindOf, LARGEST_IMAGE } from './image-kind.js';

/** Keeps pictures under the hash of their content: the same picture is stored once. */
@Injectable()
export class ImagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The path the picture is shown at. @throws InvalidInput for what is no picture, or too large */
  async store(bytes: Buffer): Promise<string> {
    const contentType = imageKindOf(bytes);
    if (contentType === null) {
      throw new InvalidInput([{ path: 'image', message: 'is not a PNG, JPEG, WebP or GIF picture' }]);
    }
    if (bytes.length > LARGEST_IMAGE) {
      throw new InvalidInput([{ path: 'image', message: 'is larger than 1 MB' }]);
    }
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.dataSource.manager
      .createQueryBuilder()
      .insert()
      .into(Image)
      .values({ hash, contentType, bytes, createdAt: this.clock.now() })
      .orIgnore()
      .execute();
    await this.audit.record('image.store', `image:${hash}`);
    return `/images/${hash}`;
  }

  /** @throws NotFound */
  async get(hash: string): Promise<Image> {
    const image = await this.dataSource.manager.findOneBy(Image, { hash });
    if (!image) throw new NotFound('image', hash.slice(0, 64));
    return image;
  }
}
