import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignedTokens, type TokenPurpose } from '../common/signed-token.js';
import { bodyRules, type RoomyRequest, TakesBody } from '../http/takes-body.js';
import { VersionsService } from '../surveys/versions.service.js';
import { roomFor } from './body-room.js';
import { languageOf } from './language-of.js';
import { slugOf } from './open-link.rules.js';
import { renderEnterCode } from './open-link.page.js';
import { findOpenSurvey } from './open-links.queries.js';
import { textOf } from './respondent-http.js';
import { ResponsesService } from './responses.service.js';
import { UnknownLink, UnknownLinkFilter } from './unknown-link.js';
import { renderWrongLink } from './wrong-link.page.js';

/**
 * Looks at a link before anything of a body is read. Reading a page looks again itself, since it needs
 * what the link leads to.
 */
@Injectable()
export class PersonalLinkGuard implements CanActivate {
  constructor(
    private readonly tokens: SignedTokens,
    private readonly responses: ResponsesService,
    private readonly versions: VersionsService,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RoomyRequest>();
    const token = requireOurs(this.tokens, 'participation', request);
    request.bodyRoom = async () => {
      const visit = await this.responses.visit(token);
      return roomFor(visit ? await this.versions.ofSurvey(visit.surveyId) : []);
    };
    return true;
  }
}

/** The same for the link by which people leave a list. */
@Injectable()
export class UnsubscribeLinkGuard implements CanActivate {
  constructor(private readonly tokens: SignedTokens) {}

  canActivate(context: ExecutionContext): boolean {
    requireOurs(this.tokens, 'unsubscribe', context.switchToHttp().getRequest<RoomyRequest>());
    return true;
  }
}

/** Whether an open link is there and switched on; asked only of what sends something. */
@Injectable()
export class OpenLinkGuard implements CanActivate {
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

/** The link is looked at first; then a page's answers may come, or a button's. */
export const BehindPersonalLink = () => behind(PersonalLinkGuard);
export const BehindOpenLink = () => behind(OpenLinkGuard);
export const BehindUnsubscribeLink = () => behind(UnsubscribeLinkGuard);

function behind(guard: new (...given: never[]) => CanActivate): ClassDecorator {
  return applyDecorators(UseGuards(guard), UseFilters(UnknownLinkFilter), TakesBody(bodyRules.answers));
}

/** @throws UnknownLink */
function requireOurs(tokens: SignedTokens, purpose: TokenPurpose, request: RoomyRequest): string {
  const { token = '' } = request.params as { token?: string };
  if (tokens.read(purpose, token) !== null) return token;
  throw new UnknownLink(renderWrongLink({ locale: localeOf(request), isSurvey: purpose !== 'unsubscribe' }));
}

function localeOf({ query, headers }: RoomyRequest) {
  const { lang } = query as Record<string, unknown>;
  return languageOf(null, { language: textOf(lang), browserLanguage: headers['accept-language'] });
}
