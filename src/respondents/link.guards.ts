import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { SignedTokens, type TokenPurpose } from '../common/signed-token.js';
import { bodyRules, type RoomyRequest, TakesBody } from '../http/bodies/takes-body.js';
import { VersionsService } from '../surveys/questionnaires/versions.service.js';
import { roomFor } from './body-room.js';
import { languageOf } from './language-of.js';
import { textOf } from './respondent-http.js';
import { Visits } from '../responses/visits.js';
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
    private readonly visits: Visits,
    private readonly versions: VersionsService,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RoomyRequest>();
    const token = requireOurs(this.tokens, 'participation', request);
    request.bodyRoom = async () => {
      const visit = await this.visits.byLink(token);
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

/** The link is looked at first; then a page's answers may come, or a button's. */
export const BehindPersonalLink = () => behind(PersonalLinkGuard);
export const BehindUnsubscribeLink = () => behind(UnsubscribeLinkGuard);

export function behind(guard: new (...given: never[]) => CanActivate): ClassDecorator {
  return applyDecorators(UseGuards(guard), UseFilters(UnknownLinkFilter), TakesBody(bodyRules.answers));
}

/** @throws UnknownLink */
function requireOurs(tokens: SignedTokens, purpose: TokenPurpose, request: RoomyRequest): string {
  const { token = '' } = request.params as { token?: string };
  if (tokens.read(purpose, token) !== null) return token;
  throw new UnknownLink(renderWrongLink({ locale: localeOf(request), isSurvey: purpose !== 'unsubscribe' }));
}

export function localeOf({ query, headers }: RoomyRequest) {
  const { lang } = query as Record<string, unknown>;
  return languageOf(null, { language: textOf(lang), browserLanguage: headers['accept-language'] });
}
