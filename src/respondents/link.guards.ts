import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { SignedTokens, type TokenPurpose } from '../common/signed-token.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { bodyRules, type RoomyRequest, TakesBody } from '../http/bodies/takes-body.js';
import { VersionsService } from '../surveys/questionnaires/versions.service.js';
import { roomFor } from './body-room.js';
import { languageOf } from './language-of.js';
import { operatorOf } from './operator.js';
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RoomyRequest>();
    const token = requireOurs(this.tokens, 'participation', request, this.config);
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
  constructor(
    private readonly tokens: SignedTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    requireOurs(this.tokens, 'unsubscribe', context.switchToHttp().getRequest<RoomyRequest>(), this.config);
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
function requireOurs(
  tokens: SignedTokens,
  purpose: TokenPurpose,
  request: RoomyRequest,
  config: Config,
): string {
  const { token = '' } = request.params as { token?: string };
  if (tokens.read(purpose, token) !== null) return token;
  throw new UnknownLink(
    renderWrongLink({
      locale: localeOf(request),
      isSurvey: purpose !== 'unsubscribe',
      operator: operatorOf(config),
    }),
  );
}

export function localeOf({ query, headers }: RoomyRequest) {
  const { lang } = query as Record<string, unknown>;
  return languageOf(null, { language: textOf(lang), browserLanguage: headers['accept-language'] });
}
