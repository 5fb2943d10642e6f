import {
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  Inject,
  Post,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../common/clock.js';
import type { Locale } from '../../common/locale.js';
import { writtenOut } from '../../common/local-time.js';
import { SignedTokens } from '../../common/signed-token.js';
import { isOpen } from '../../surveys/survey.rules.js';
import { renderDecline, renderDeclined } from './decline.page.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { operatorOf } from '../../respondents/operator.js';
import { languageOf } from '../../respondents/language-of.js';
import { BehindPersonalLink } from '../../respondents/link.guards.js';
import { formOf, sendPage, textOf } from '../../respondents/respondent-http.js';
import { respondentSurvey } from '../../respondents/respondent-survey.js';
import type { Visit } from '../../responses/visit.queries.js';
import { Visits } from '../../responses/visits.js';
import type { Snooze } from '../snooze.rules.js';
import { isDone } from '../../participants/participation.rules.js';
import { renderRefused, renderSnooze } from './snooze.page.js';
import { OptOutsService } from '../opt-outs.service.js';
import { optOutLinks } from '../opt-out-links.js';
import { renderWrongLink } from '../../respondents/wrong-link.page.js';

/** What one of these pages is asked: by its address, and by its form once a button is pressed. */
interface Ask {
  token: string;
  /** Chosen on the page, or null. */
  language: string | null;
  browserLanguage: string | undefined;
  isUndo: boolean;
}

type AskedRequest = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: unknown } }>;

const Asked = createParamDecorator((_data: unknown, context: ExecutionContext): Ask => {
  const { params, query, body, headers, method } = context.switchToHttp().getRequest<AskedRequest>();
  const form = method === 'POST' ? formOf(body) : null;
  return {
    token: params.token,
    language: textOf(form ? form['lang'] : query.lang),
    browserLanguage: headers['accept-language'],
    isUndo: textOf(form?.['go']) === 'undo',
  };
});

/** One visit to one of these pages. */
interface Caller {
  visit: Visit;
  locale: Locale;
  view: {
    survey: ReturnType<typeof respondentSurvey>;
    links: ReturnType<typeof optOutLinks>;
    locale: Locale;
  };
  reply: FastifyReply;
}

/**
 * Not this survey, and later: the other two ways out of every letter. GET asks and says how things stand (P5);
 * POST acts, with `go` = undo takes it back. Both may be repeated.
 */
@Controller('u/:token')
@BehindPersonalLink()
export class OptOutsController {
  constructor(
    private readonly visits: Visits,
    private readonly optOuts: OptOutsService,
    private readonly tokens: SignedTokens,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('decline')
  async askToDecline(@Asked() asked: Ask, @Res() reply: FastifyReply): Promise<void> {
    const caller = await this.callerOf(asked, reply);
    if (caller) this.showDecline(caller, caller.visit.participation === 'declined' ? 'done' : 'ask');
  }

  @Post('decline')
  async decline(@Asked() asked: Ask, @Res() reply: FastifyReply): Promise<void> {
    const caller = await this.callerOf(asked, reply);
    if (!caller) return;
    const { token, isUndo } = asked;
    if (this.mayStillChange(caller.visit)) {
      if (isUndo) await this.optOuts.undoDecline(caller.visit);
      else await this.optOuts.decline(caller.visit);
    }
    // Anyone who has answered meanwhile has, and is told so.
    const now = await this.visits.byLink(token);
    this.showDecline({ ...caller, visit: now ?? caller.visit }, isUndo ? 'undone' : 'done');
  }

  @Get('snooze')
  async askToSnooze(@Asked() asked: Ask, @Res() reply: FastifyReply): Promise<void> {
    const caller = await this.callerOf(asked, reply);
    if (caller) this.showSnooze(caller, await this.optOuts.snoozeFor(caller.visit));
  }

  @Post('snooze')
  async snooze(@Asked() asked: Ask, @Res() reply: FastifyReply): Promise<void> {
    const caller = await this.callerOf(asked, reply);
    if (!caller) return;
    if (!asked.isUndo) {
      this.showSnooze(caller, await this.optOuts.snooze(caller.visit));
      return;
    }
    const now = await this.optOuts.undoSnooze(caller.visit);
    const isUndone = now.step === 'ask' || now.step === 'too_late';
    this.showSnooze(caller, isUndone ? { step: 'undone' } : now);
  }

  private showDecline({ visit, view, reply }: Caller, step: 'ask' | 'done' | 'undone'): void {
    const hasSaved = visit.saved !== null;
    if (isDone(visit.participation)) sendPage(reply, 200, renderRefused({ ...view, why: 'completed' }));
    else if (!this.mayStillChange(visit)) sendPage(reply, 410, renderRefused({ ...view, why: 'closed' }));
    else sendPage(reply, 200, renderDecline({ ...view, step, hasSaved }));
  }

  private showSnooze({ visit, view, locale, reply }: Caller, snooze: Snooze | { step: 'undone' }): void {
    const written = (at: Date) => writtenOut(at, visit.timeZone, locale);
    switch (snooze.step) {
      case 'ask':
      case 'done':
        sendPage(reply, 200, renderSnooze({ ...view, snooze: { ...snooze, at: written(snooze.at) } }));
        return;
      case 'undone':
        sendPage(reply, 200, renderSnooze({ ...view, snooze }));
        return;
      case 'declined':
        sendPage(reply, 200, renderDeclined({ ...view, hasSaved: visit.saved !== null }));
        return;
      default:
        sendPage(reply, snooze.step === 'closed' ? 410 : 200, renderRefused({ ...view, why: snooze.step }));
    }
  }

  private mayStillChange(visit: Visit): boolean {
    return !isDone(visit.participation) && isOpen(visit, this.clock.now());
  }

  /** Who calls; null where the link is not ours, which has been said then. */
  private async callerOf(
    { token, language, browserLanguage }: Ask,
    reply: FastifyReply,
  ): Promise<Caller | null> {
    const visit = await this.visits.byLink(token);
    const locale = languageOf(visit, { language, browserLanguage });
    if (!visit) {
      sendPage(reply, 404, renderWrongLink({ locale, operator: operatorOf(this.config) }));
      return null;
    }
    const links = optOutLinks(token, this.tokens.sign('unsubscribe', visit.subscriberId));
    return { visit, locale, view: { survey: respondentSurvey(visit, locale), links, locale }, reply };
  }
}
