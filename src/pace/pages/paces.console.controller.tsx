import { domainToASCII } from 'node:url';
import { Body, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../../common/errors.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import type { FieldErrors } from '../../console/notices.js';
import { mailCapInput } from '../mail-cap.schema.js';
import { MailCaps } from '../mail-caps.service.js';
import { paceChange, providerName, providerPaceChange } from '../pace.schema.js';
import { paceInWords, PacesPage, rateField } from './paces.page.js';
import { PacesService } from '../paces.service.js';
import { type Texts, texts } from '../../common/texts.js';

const rateForm = z.object({ rate: z.string().trim() });
const capForm = z.object({ most: z.string().trim(), days: z.string().trim() });
const newLimitForm = z.object({
  provider: z.string().trim(),
  providerRate: z.string().trim(),
  domains: z.string().catch(''),
});
/** A provider is put down here for its limit, so there must be one. */
const newLimit = z.strictObject({
  provider: providerName,
  providerRate: providerPaceChange.shape.rate.unwrap(),
  domains: providerPaceChange.shape.domains,
});

/** The pace of everything and of each mail provider, as staff see and set it. */
@ConsoleController('pace')
export class PacesConsoleController {
  constructor(
    private readonly paces: PacesService,
    private readonly caps: MailCaps,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async all(@Res() reply: FastifyReply): Promise<void> {
    await this.showPage(reply);
  }

  /** A form that was shown again stands at its own address: anyone who loads that anew begins anew. */
  @Get(['providers', 'providers/:provider', 'cap'])
  beginAgain(@Res() reply: FastifyReply): void {
    goTo(reply, '/console/pace');
  }

  @Post()
  async changeAll(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const t = texts('paces', locale);
    const typed = rateForm.parse(body);
    const change = paceChange.safeParse({ rate: rateIn(typed.rate) });
    if (!change.success) {
      await this.showPage(reply, typed, errorsOf(change.error, t));
      return;
    }
    const { rate } = change.data;
    await this.paces.setAll(rate);

    const usual = this.config.mailRate ?? null;
    const text =
      rate !== null
        ? t.all.saved({ pace: paceInWords(rate, locale) })
        : usual !== null
          ? t.all.backToSetting({ pace: paceInWords(usual, locale) })
          : t.all.removed;
    goTo(reply, '/console/pace', { tone: 'success', text });
  }

  @Post('cap')
  async changeCap(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const t = texts('paces', consoleContextOf(reply).locale).cap;
    const typed = capForm.parse(body);
    const numberIn = (text: string) => (text === '' ? null : Number(text));
    const cap = mailCapInput.safeParse({ most: numberIn(typed.most), days: numberIn(typed.days) });
    if (!cap.success) {
      await this.showPage(reply, typed, { most: t.error });
      return;
    }
    const { most, days } = cap.data;
    await this.caps.set(most === null || days === null ? null : { most, days });
    goTo(reply, '/console/pace', { tone: 'success', text: t.saved });
  }

  @Post('providers')
  async limitProvider(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const { errors, providers: t } = texts('paces', locale);
    const typed = newLimitForm.parse(body);
    const domains = typed.domains.split(/[\s,;]+/).filter((domain) => domain !== '');
    const limit = newLimit.safeParse({
      provider: domainIn(typed.provider),
      providerRate: rateIn(typed.providerRate),
      domains: domains.map(domainIn),
    });
    if (!limit.success) {
      await this.showPage(reply, typed, errorsOf(limit.error, { errors }, domains));
      return;
    }
    const { provider: named, providerRate: rate, domains: further = [] } = limit.data;
    // Mails to gmail.com wait in the line of google.com; a limit under the other name would hold nobody.
    const provider = await this.paces.setProvider(named, rate, further);

    const pace = paceInWords(rate, locale);
    const text =
      provider === named ? t.saved({ provider, pace }) : t.savedForAnother({ domain: named, provider, pace });
    goTo(reply, '/console/pace', { tone: 'success', text });
  }

  @Post('providers/:provider')
  async changeProvider(
    @Param('provider') provider: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!providerName.safeParse(provider).success) throw new NotFound('provider', provider);
    const { locale } = consoleContextOf(reply);
    const t = texts('paces', locale);
    const typed = rateForm.parse(body);
    const change = paceChange.safeParse({ rate: rateIn(typed.rate) });
    if (!change.success) {
      const { rate: error = '' } = errorsOf(change.error, t);
      await this.showPage(reply, { [rateField(provider)]: typed.rate }, { [rateField(provider)]: error });
      return;
    }
    const { rate } = change.data;
    await this.paces.setProvider(provider, rate);

    const text =
      rate === null
        ? t.providers.removed({ provider })
        : t.providers.saved({ provider, pace: paceInWords(rate, locale) });
    goTo(reply, '/console/pace', { tone: 'success', text });
  }

  private async showPage(
    reply: FastifyReply,
    typed: Readonly<Record<string, string>> = {},
    errors: FieldErrors = {},
  ): Promise<void> {
    const [paces, cap] = [await this.paces.all(), await this.caps.get()];
    const state = { paces, cap, setting: this.config.mailRate ?? null, typed, errors };
    show(
      reply,
      <PacesPage context={consoleContextOf(reply)} {...state} />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }
}

/**
 * The number in a field, with a comma or a point before at most four decimals: null where it is empty, NaN if
 * it is not one. `1.000` is none: to some it is a thousand, to others one.
 */
function rateIn(text: string): number | null {
  if (text === '') return null;
  const isNumber = /^-?(\d+|\d*[.,]\d{1,4})$/.test(text) && !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return isNumber ? Number(text.replace(',', '.')) : NaN;
}

/** A domain as people write it, `@münchen.de`, in the form in which mail servers know it. */
function domainIn(text: string): string {
  const domain = text.replace(/^@/, '');
  return /\P{ASCII}/u.test(domain) ? domainToASCII(domain) : domain;
}

/** What is wrong with each field, in the words of the page. */
function errorsOf(
  error: z.ZodError,
  { errors: t }: Pick<Texts['paces'], 'errors'>,
  domains: readonly string[] = [],
): Record<string, string> {
  const wrongDomains = error.issues.flatMap(({ path }) => domains[Number(path[1])] ?? []);
  const said = error.issues.map(({ path, code }): [string, string] => {
    switch (path[0]) {
      case 'provider':
        return ['provider', t.provider];
      case 'domains':
        return [
          'domains',
          code === 'too_big' ? t.tooManyDomains : t.noDomains({ texts: wrongDomains.join(', ') }),
        ];
      default:
        return [String(path[0]), rateError(code, t)];
    }
  });
  return Object.fromEntries(said);
}

function rateError(code: z.core.$ZodIssue['code'], t: Texts['paces']['errors']): string {
  if (code === 'too_small') return t.notAboveZero;
  return code === 'too_big' ? t.tooMany : t.noNumber;
}
