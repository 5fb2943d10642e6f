import type { ConsoleLocale } from '../../common/locale.js';
import { textIn } from '../../common/locale.js';
import { inShort } from '../../common/local-time.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { count } from '../../console/formats.js';
import { Breadcrumbs, Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Facts } from '../../console/tables.js';
import { texts } from '../../common/texts.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { HiddenLedger, Ledger, type LedgerView } from '../../ledger/pages/ledger.js';
import { WaveBadge } from '../../ledger/pages/mailing-badges.js';
import { SkippedReasons } from '../../ledger/pages/skipped-reasons.js';
import { WaveActions } from './wave-actions.js';
import { type ShownWave, WaveProgress } from './wave-progress.js';
import { sendAtInWords } from './wave-when.js';

interface Props {
  context: ConsoleContext;
  survey: Pick<Survey, 'id' | 'title' | 'timeZone'>;
  shown: ShownWave;
  /** What the wave is called among those of its survey. */
  name: string;
  ledger: LedgerView;
}

/** One wave: how it stands, what may be done with it, and every single mail of it. */
export function WavePage({ context, survey, shown, name, ledger }: Props) {
  const { locale } = context;
  const { wave, status } = shown;
  const t = texts('waves', locale);
  const title = textIn(survey.title, locale);
  const isLive = mayMove(shown);
  // Both live parts come with one request.
  const live = isLive ? { 'data-live': context.path, 'data-every': '2000' } : {};
  const crumbs = [
    { label: texts('surveys', locale).title, href: '/console/surveys' },
    { label: title, href: `/console/surveys/${survey.id}` },
    { label: t.title, href: `/console/surveys/${survey.id}/waves` },
  ];
  return (
    <ConsolePage context={context} title={`${name}: ${title}`} section="surveys">
      <Breadcrumbs crumbs={crumbs} locale={locale} />
      <section id="wave" class="stack" {...live}>
        <PageHead
          title={name}
          badge={<WaveBadge state={wave.state} uncertain={status.counts.uncertain ?? 0} locale={locale} />}
          lead={title}
          actions={<WaveActions wave={wave} locale={locale} />}
        />
        <div class="two-columns">
          <Card
            title={t.state}
            aside={isLive && <span class="live-mark">{texts('console', locale).live}</span>}
          >
            <WaveProgress shown={shown} timeZone={survey.timeZone} locale={locale} />
            <SkippedReasons skipped={status.skipped} locale={locale} />
          </Card>
          <Card>
            <Facts facts={factsOf(shown, survey.timeZone, locale)} />
          </Card>
        </div>
      </section>
      <section id="ledger" class="below" {...live}>
        {status.settled === undefined ? (
          <Ledger
            view={ledger}
            wave={wave.id}
            state={wave.state}
            status={status}
            timeZone={survey.timeZone}
            locale={locale}
          />
        ) : (
          <HiddenLedger wave={wave.id} state={wave.state} status={status} locale={locale} />
        )}
      </section>
    </ConsolePage>
  );
}

/** Whether anything about a wave can still change without staff. */
function mayMove({ wave, status }: ShownWave): boolean {
  const isAtRest = ['paused', 'held', 'finished', 'cancelled'].includes(wave.state);
  return !isAtRest || (status.counts.handing_over ?? 0) > 0;
}

function factsOf({ wave, status }: ShownWave, timeZone: string, locale: ConsoleLocale): [string, string][] {
  const t = texts('waves', locale);
  const { planned, handing_over, deferred } = status.counts;
  const open = [planned, handing_over, deferred];
  const facts: [string, string | null][] = [
    [t.due, inShort(wave.dueAt, timeZone, locale)],
    [
      '',
      wave.sendAt.at === 'local' || wave.sendAt.at === 'now'
        ? null
        : sendAtInWords(wave.sendAt, timeZone, locale),
    ],
    [t.started, wave.startedAt && inShort(wave.startedAt, timeZone, locale)],
    [
      wave.state === 'cancelled' ? t.ended : t.finished,
      wave.finishedAt && inShort(wave.finishedAt, timeZone, locale),
    ],
    [
      t.audience,
      wave.kind === 'reminder' && wave.onRequestOf === null
        ? texts('mailing', locale).audiences[wave.audience]
        : null,
    ],
    [texts('wave-form', locale).exceedsBecause, wave.exceedsBecause],
    [
      t.open,
      open.includes(null)
        ? null
        : count(
            open.reduce<number>((sum, n) => sum + (n ?? 0), 0),
            locale,
          ),
    ],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}
