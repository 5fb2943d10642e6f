import { Body, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { toString as qrCode } from 'qrcode';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { DomainError, InvalidInput, NotFound } from '../../common/errors.js';
import { writtenOut } from '../../common/local-time.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import type { FieldErrors } from '../../console/notices.js';
import { Id } from '../../http/id.pipe.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { OpenLinkLetterPage } from './open-link-letter.page.js';
import { type OpenLinkFormValues, OpenLinkSettingsPage } from './open-link-settings.page.js';
import { texts } from '../../common/texts.js';
import { OpenLinksService } from '../open-links.service.js';

const posted = z.object({
  on: z.string().optional(),
  slug: z.string().max(60).catch(''),
  perMinute: z.string().max(10).catch(''),
});

/** The open link as staff switch it, and as it goes on paper. */
@ConsoleController('surveys/:id/open-link')
export class OpenLinkConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly openLinks: OpenLinksService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async settings(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const link = await this.openLinks.get(id);
    await this.show(reply, id, {
      on: link?.isOn ?? false,
      slug: link?.slug ?? '',
      perMinute: String(link?.perMinute ?? 60),
    });
  }

  @Post()
  async change(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const t = texts('open-link', consoleContextOf(reply).locale);
    const { on, slug, perMinute } = posted.parse(body);
    const values = { on: on === 'yes', slug, perMinute };
    const most = Number(perMinute);
    if (!Number.isInteger(most) || most < 1 || most > 10_000) {
      await this.show(reply, id, values, { perMinute: t.errors.perMinute });
      return;
    }
    try {
      await this.openLinks.set(id, { on: values.on, slug, perMinute: most });
    } catch (error) {
      if (!(error instanceof DomainError) || error instanceof NotFound) throw error;
      await this.show(reply, id, values, {
        slug: error instanceof InvalidInput ? t.errors.slug : t.errors.taken,
      });
      return;
    }
    goTo(reply, `/console/surveys/${id}/open-link`, { tone: 'success', text: t.saved });
  }

  @Get('qr.svg')
  async qr(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { url } = await this.linkOf(id);
    const svg = await qrCode(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    void reply
      .headers({
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(svg);
  }

  @Get('letter')
  async letter(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const { locale } = consoleContextOf(reply);
    const closingDate = writtenOut(survey.closesAt, survey.timeZone, locale);
    const sheet = { survey, link: await this.linkOf(id), enterAt: this.enterAt(), closingDate, locale };
    show(reply, <OpenLinkLetterPage {...sheet} />);
  }

  private async show(
    reply: FastifyReply,
    id: string,
    values: OpenLinkFormValues,
    errors: FieldErrors = {},
  ): Promise<void> {
    const survey = await this.surveys.get(id);
    const link = await this.openLinks.get(id);
    const now = this.clock.now();
    const view = { survey, now, values, errors, enterAt: this.enterAt() };
    show(
      reply,
      <OpenLinkSettingsPage
        context={consoleContextOf(reply)}
        {...view}
        link={link?.isOn ? { slug: link.slug, url: this.urlOf(link.slug) } : null}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }

  /** @throws NotFound before there is a link */
  private async linkOf(id: string): Promise<{ slug: string; url: string }> {
    const link = await this.openLinks.get(id);
    if (!link) throw new NotFound('open link', id);
    return { slug: link.slug, url: this.urlOf(link.slug) };
  }

  private urlOf(slug: string): string {
    return `${this.config.publicUrl}/o/${slug}`;
  }

  private enterAt(): string {
    return `${this.config.publicUrl.replace(/^https?:\/\//, '')}/o`;
  }
}
