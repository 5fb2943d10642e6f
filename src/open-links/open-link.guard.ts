import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RoomyRequest } from '../http/bodies/takes-body.js';
import { VersionsService } from '../surveys/questionnaires/versions.service.js';
import { roomFor } from '../respondents/body-room.js';
import { behind, localeOf } from '../respondents/link.guards.js';
import { renderEnterCode } from './pages/open-link.page.js';
import { slugOf } from './open-link.rules.js';
import { findOpenSurvey } from './open-links.queries.js';
import { UnknownLink } from '../respondents/unknown-link.js';

/** Whether an open link is there and switched on; asked only of what sends something. */
@Injectable()
class OpenLinkGuard implements CanActivate {
  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: VersionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RoomyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const { slug = '' } = request.params as { slug?: string };
    const survey = await findOpenSurvey(this.dataSource, slugOf(slug));
    if (!survey) throw new UnknownLink(renderEnterCode({ locale: localeOf(request), typed: slug }));
    request.bodyRoom = async () => roomFor(await this.versions.ofSurvey(survey.surveyId));
    return true;
  }
}

/** The link is looked at first; then a page's answers may come. */
export const BehindOpenLink = () => behind(OpenLinkGuard);
