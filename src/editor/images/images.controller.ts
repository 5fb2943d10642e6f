import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ImagesService } from './images.service.js';

/** Pictures as respondents' pages show them. The address is their content's hash, so browsers keep them for good. */
@Controller('images')
export class ImagesController {
  constructor(private readonly images: ImagesService) {}

  @Get(':hash')
  async show(@Param('hash') hash: string, @Res() reply: FastifyReply): Promise<void> {
    const image = await this.images.get(hash);
    void reply
      .headers({
        'content-type': image.contentType,
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(image.bytes);
  }
}
