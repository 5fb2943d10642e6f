import type { ConsoleLocale } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { TextArea, TextField } from '../../console/fields.js';
import { count, shortTime } from '../../console/formats.js';
import { Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Empty, ErrorSummary, type FieldErrors, Notice } from '../../console/notices.js';
import { Table } from '../../console/tables.js';
import { type Texts, texts } from '../../common/texts.js';
import type { MailCap } from '../mail-caps.service.js';
import type { Paces } from '../paces.service.js';

/** What goes out goes out for all surveys, whose zones differ; staff read its times in this one. */
const TIME_ZONE = 'Europe/Berlin';
const DOMAINS_SHOWN = 5;

type Provider = Paces['providers'][number];

interface Props {
  context: ConsoleContext;
  paces: Paces;
  cap: MailCap;
  /** Mails per second that the server's setting allows; null: it is not set. */
  setting: number | null;
  /** What was typed into a form that is shown again, and what is wrong with it, both by the name of the field. */
  typed?: Readonly<Record<string, string>>;
  errors?: FieldErrors;
}

/** How fast mail goes out: altogether, to each provider that is limited, and the way to a new limit. */
export function PacesPage({ context, paces, cap, setting, typed = {}, errors = {} }: Props) {
  const { locale } = context;
  const t = texts('paces', locale);
  const labels = {
    rate: t.all.rate,
    most: t.cap.most,
    days: t.cap.days,
    provider: t.newLimit.provider,
    providerRate: t.newLimit.rate,
    domains: t.newLimit.domains,
    ...Object.fromEntries(
      paces.providers.map(({ provider }) => [rateField(provider), t.providers.rateOf({ provider })]),
    ),
  };
  return (
    <ConsolePage context={context} title={t.title} section="pace">
      <PageHead title={t.title} lead={t.lead} />
      <div class="stack">
        <ErrorSummary errors={errors} labels={labels} locale={locale} />
        <Altogether all={paces.all} setting={setting} typed={typed} errors={errors} locale={locale} />
        <Card title={t.providers.title}>
          {paces.providers.length === 0 ? (
            <Empty title={t.providers.emptyTitle} text={t.providers.emptyText} />
          ) : (
            <>
              <p class="muted">{t.providers.lead}</p>
              <Providers providers={paces.providers} typed={typed} errors={errors} locale={locale} />
            </>
          )}
        </Card>
        <NewLimit typed={typed} errors={errors} locale={locale} />
        <Cap cap={cap} typed={typed} errors={errors} locale={locale} />
      </div>
    </ConsolePage>
  );
}

/** The name under which a provider's field in the table stands among what was typed and what is wrong. */
export function rateField(provider: string): string {
  return `rate-${provider}`;
}

/** Mails a second, or a minute where that is easier to read: „2,5 Mails je Sekunde“. */
export function paceInWords(rate: number, locale: ConsoleLocale): string {
  const t = texts('paces', locale);
  const rounded = (n: number) => count(n < 1 ? n : Math.round(n * 10) / 10, locale);
  return rate < 1 ? t.perMinute({ n: rounded(rate * 60) }) : t.perSecond({ n: rounded(rate) });
}

/** As it is typed: „2,5“. */
function rateToType(rate: number | null, locale: ConsoleLocale): string {
  if (rate === null) return '';
  const digits = { useGrouping: false, maximumFractionDigits: rate < 1 ? 4 : 2 };
  return new Intl.NumberFormat(locale, digits).format(rate);
}

type FormProps = Required<Pick<Props, 'typed' | 'errors'>> & { locale: ConsoleLocale };

function Altogether({
  all,
  setting,
  typed,
  errors,
  locale,
}: FormProps & { all: Paces['all']; setting: number | null }) {
  const { all: t, save } = texts('paces', locale);
  const ofStaff = all.rate === setting ? null : all.rate;
  return (
    <Card title={t.title}>
      <p>{all.allowed === null ? t.unlimited : t.limited({ pace: paceInWords(all.allowed, locale) })}</p>
      {all.slowedTo !== null && all.slowedAt && (
        <Notice tone="warning">
          {t.slowed({
            when: shortTime(all.slowedAt, TIME_ZONE, locale),
            pace: paceInWords(all.slowedTo, locale),
          })}{' '}
          <code lang="en">{all.slowedBecause}</code>
        </Notice>
      )}
      <form method="post" action="/console/pace" class="form narrow" noValidate>
        <TextField
          name="rate"
          label={t.rate}
          hint={setting === null ? t.hint : t.hintWithSetting({ pace: paceInWords(setting, locale) })}
          error={errors['rate']}
          value={typed['rate'] ?? rateToType(ofStaff, locale)}
          autocomplete="off"
          class="short-input"
        />
        <Submit>{save}</Submit>
      </form>
    </Card>
  );
}

function Providers({ providers, typed, errors, locale }: FormProps & { providers: readonly Provider[] }) {
  const { providers: t } = texts('paces', locale);
  return (
    <Table
      caption={t.title}
      rows={providers}
      keyOf={({ provider }) => provider}
      columns={[
        {
          label: t.columns.provider,
          heading: true,
          cell: ({ provider, domains }) => (
            <>
              {provider}
              {domains.length > 0 && <span class="cell-sub">{domainsInWords(domains, t, locale)}</span>}
            </>
          ),
        },
        {
          label: t.columns.allowed,
          cell: ({ allowed }) => (allowed === null ? t.unlimited : paceInWords(allowed, locale)),
        },
        {
          label: t.columns.rate,
          cell: (row) => <RateOf row={row} typed={typed} errors={errors} locale={locale} />,
        },
        { label: t.columns.waiting, numeric: true, cell: ({ waiting }) => count(waiting, locale) },
        {
          label: t.columns.slowed,
          cell: ({ slowedAt, slowedBecause }) =>
            slowedAt && (
              <div>
                <code lang="en">{slowedBecause}</code>
                <span class="cell-sub">{t.slowed({ when: shortTime(slowedAt, TIME_ZONE, locale) })}</span>
              </div>
            ),
        },
      ]}
    />
  );
}

/** What staff allow one provider, and the way to change it. */
function RateOf({ row, typed, errors, locale }: FormProps & { row: Provider }) {
  const t = texts('paces', locale);
  const name = rateField(row.provider);
  const error = errors[name];
  return (
    <form method="post" action={`/console/pace/providers/${row.provider}`} noValidate>
      <div class={error ? 'field field-wrong' : 'field'}>
        <label for={`f-${name}`} class="visually-hidden">
          {t.providers.rateOf({ provider: row.provider })}
        </label>
        {error && (
          <p class="error" id={`e-${name}`}>
            {error}
          </p>
        )}
        <div class="cell-form">
          <input
            id={`f-${name}`}
            name="rate"
            value={typed[name] ?? rateToType(row.rate, locale)}
            autocomplete="off"
            {...(error && { 'aria-invalid': 'true', 'aria-describedby': `e-${name}` })}
          />
          <Submit look="secondary">
            {t.save}
            <span class="visually-hidden">{t.providers.ofProvider({ provider: row.provider })}</span>
          </Submit>
        </div>
      </div>
    </form>
  );
}

function NewLimit({ typed, errors, locale }: FormProps) {
  const { newLimit: t } = texts('paces', locale);
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: errors[name] });
  return (
    <Card title={t.title}>
      <form method="post" action="/console/pace/providers" class="form narrow" noValidate>
        <div class="field-row">
          <TextField
            {...field('provider')}
            label={t.provider}
            hint={t.providerHint}
            autocomplete="off"
            required
          />
          <TextField
            {...field('providerRate')}
            label={t.rate}
            hint={t.rateHint}
            autocomplete="off"
            required
            class="short-input"
          />
        </div>
        <TextArea
          {...field('domains')}
          label={t.domains}
          hint={t.domainsHint}
          mark={texts('console', locale).optional}
          rows={4}
          spellcheck={false}
        />
        <Submit>{t.submit}</Submit>
      </form>
    </Card>
  );
}

function domainsInWords(
  domains: readonly string[],
  t: Texts['paces']['providers'],
  locale: ConsoleLocale,
): string {
  const named = domains.slice(0, DOMAINS_SHOWN).join(', ');
  const others = domains.length - DOMAINS_SHOWN;
  return others > 0 ? t.alsoMore({ domains: named, n: count(others, locale) }) : t.also({ domains: named });
}

function Cap({ cap, typed, errors, locale }: FormProps & { cap: MailCap }) {
  const { cap: t, save } = texts('paces', locale);
  return (
    <Card title={t.title}>
      <p class="muted">{t.lead}</p>
      <form method="post" action="/console/pace/cap" class="form narrow" noValidate>
        <div class="field-row">
          <TextField
            name="most"
            label={t.most}
            hint={t.hint}
            error={errors['most']}
            type="number"
            min="1"
            value={typed['most'] ?? String(cap?.most ?? '')}
          />
          <TextField
            name="days"
            label={t.days}
            type="number"
            min="1"
            value={typed['days'] ?? String(cap?.days ?? '')}
          />
        </div>
        <Submit>{save}</Submit>
      </form>
    </Card>
  );
}
