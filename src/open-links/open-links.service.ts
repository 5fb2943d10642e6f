import { coded } from '../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { DomainError, InvalidInput, problem } from '../common/errors.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { isSlug, makeSlug, slugOf } from './open-link.rules.js';
import { findOpenLink, type OpenLink, saveOpenLink } from './open-links.queries.js';

export interface OpenLinkChange {
  on: boolean;
  /** Kept, or made, where it is not given. */
  slug?: string | undefined;
  perMinute?: number | undefined;
}

const USUAL_PER_MINUTE = 60;

/** Open links as staff switch them; off by default. */
@Injectable()
export class OpenLinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Null before it was first switched on. @throws NotFound */
  async get(surveyId: string): Promise<OpenLink | null> {
    await this.surveys.get(surveyId);
    return findOpenLink(this.dataSource, surveyId);
  }

  /**
   * @throws NotFound
   * @throws InvalidInput
   * @throws DomainError `open_link.slug_taken`
   */
  async set(surveyId: string, { on, slug, perMinute }: OpenLinkChange): Promise<OpenLink> {
    const before = await this.get(surveyId);
    const wanted = slug === undefined || slug.trim() === '' ? undefined : slugOf(slug);
    if (wanted !== undefined && !isSlug(wanted)) throw new InvalidInput([problem('slug', 'open_link.slug')]);
    const link: OpenLink = {
      slug: wanted ?? before?.slug ?? makeSlug(),
      isOn: on,
      perMinute: perMinute ?? before?.perMinute ?? USUAL_PER_MINUTE,
    };
    await this.dataSource.transaction(async (tx) => {
      if (!(await saveOpenLink(tx, surveyId, link, this.clock.now()))) throw slugTaken(link.slug);
      const details = { on, slug: link.slug, perMinute: link.perMinute };
      await this.audit.record('open_link.change', `survey:${surveyId}`, details, tx);
    });
    return link;
  }
}

function slugTaken(slug: string): DomainError {
  return new DomainError('conflict', coded('open_link.slug_taken', { slug }), [
    problem('slug', 'open_link.taken'),
  ]);
}
