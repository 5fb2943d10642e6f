import { type ConsoleLocale, textIn } from '../common/locale.js';
import { Action, LinkButton, Submit } from '../console/actions.js';
import type { ConsoleContext } from '../console/console-context.js';
import { Choices } from '../console/fields.js';
import { count } from '../console/formats.js';
import { Card, PageHead } from '../console/headings.js';
import { RECOVERY_PATH } from '../console/hold-banner.js';
import { texts } from '../common/texts.js';
import { lostSpan } from '../console/hold-span.js';
import { ConsolePage } from '../console/layout.page.js';
import { Empty } from '../console/notices.js';
import { Table } from '../console/tables.js';
import type { Hold } from '../safeguards/sending-guard.queries.js';
import type { AffectedWave } from './recovery.queries.js';

/** Mails by wave, each wave with its name among those of its survey. */
export interface ShownMails {
  waves: (AffectedWave & { name: string })[];
  thankYous: number;
}

interface Props {
  context: ConsoleContext;
  hold: Hold | null;
  /** While everything is held, what may have gone out; after that, what is still to be decided about. */
  mails: ShownMails;
  /** Opt-outs and erasures that wait in the journal. */
  journal: number;
}

/** What a restored or copied database lacks, and the two confirmations after which it sends again. */
export function RecoveryPage({ context, hold, mails, journal }: Props) {
  const { locale } = context;
  const t = texts('recovery', locale);
  if (!hold) {
    return (
      <ConsolePage context={context} title={t.title}>
        <PageHead title={t.title} />
        <div class="stack">
          <Empty {...t.nothing}>
            <LinkButton href="/console/surveys">{t.back}</LinkButton>
          </Empty>
          <Undecided mails={mails} locale={locale} />
        </div>
      </ConsolePage>
    );
  }
  // Held by hand, nobody knows whether anything is lost at all.
  const mayBeWhole = hold.because === 'by_hand' && !hold.lostFrom;
  const span = mayBeWhole ? t.perhapsSpan : lostSpan(hold, locale);
  return (
    <ConsolePage context={context} title={t.title}>
      <PageHead title={t.title} lead={hold.heldAt ? t.lead : undefined} />
      <div class="stack">
        {!hold.heldAt && <Undecided mails={mails} locale={locale} />}
        <Card title={mayBeWhole ? t.perhapsLostTitle : t.lostTitle}>
          {hold.because && <p>{t.because[hold.because]}</p>}
          <p>{mayBeWhole ? t.perhapsLostLead : t.lostLead({ span })}</p>
          <ul>
            {t.lost.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          {hold.heldAt && <p>{journal > 0 ? t.journal({ n: count(journal, locale) }) : t.noJournal}</p>}
        </Card>
        {hold.heldAt && <Mails mails={mails} locale={locale} />}
        <Card title={t.remindersTitle}>
          <p>{t.remindersText({ span })}</p>
          {hold.heldAt ? (
            <p class="muted">{t.remindersFirst}</p>
          ) : (
            <Action action={`${RECOVERY_PATH}/reminders`} confirm={t.remindersAsked}>
              {t.remindersConfirm}
            </Action>
          )}
        </Card>
      </div>
    </ConsolePage>
  );
}

interface MailsProps {
  mails: ShownMails;
  locale: ConsoleLocale;
}

/** What may have gone out already, and the first confirmation. */
function Mails({ mails: { waves, thankYous }, locale }: MailsProps) {
  const t = texts('recovery', locale);
  const { uncertain, send } = t.choices;
  const options = [
    { value: 'uncertain', ...uncertain },
    { value: 'send', ...send },
  ];
  return (
    <Card title={t.mailsTitle}>
      {waves.length > 0 && (
        <WavesTable
          caption={t.mailsTitle}
          waves={waves}
          labels={t.columns}
          hrefOf={({ id }) => `/console/waves/${id}`}
          locale={locale}
        />
      )}
      {thankYous > 0 && <p>{t.thankYous({ n: count(thankYous, locale) })}</p>}
      {waves.length === 0 && thankYous === 0 && <p>{t.mailsNone}</p>}
      <p class="muted">{t.mailsDue}</p>
      <form method="post" action={RECOVERY_PATH} class="stack">
        <Choices name="open" label={t.choice} type="radio" options={options} chosen={['uncertain']} />
        <div class="actions">
          <Submit confirm={t.confirmAsked}>{t.confirm}</Submit>
        </div>
      </form>
    </Card>
  );
}

/** Where to decide about what was taken as uncertain; nothing where that is done. */
function Undecided({ mails: { waves, thankYous }, locale }: MailsProps) {
  const t = texts('recovery', locale);
  if (waves.length === 0 && thankYous === 0) return null;
  return (
    <Card title={t.undecidedTitle}>
      {waves.length > 0 && <p>{t.undecidedLead}</p>}
      {waves.length > 0 && (
        <WavesTable
          caption={t.undecidedTitle}
          waves={waves}
          labels={t.undecidedColumns}
          hrefOf={({ id }) => `/console/waves/${id}?state=uncertain#mails`}
          locale={locale}
        />
      )}
      {thankYous > 0 && <p>{t.undecidedThankYous({ n: count(thankYous, locale) })}</p>}
    </Card>
  );
}

interface WavesTableProps {
  caption: string;
  waves: ShownMails['waves'];
  labels: { survey: string; wave: string; messages: string };
  hrefOf: (wave: AffectedWave) => string;
  locale: ConsoleLocale;
}

function WavesTable({ caption, waves, labels, hrefOf, locale }: WavesTableProps) {
  return (
    <Table
      caption={caption}
      rows={waves}
      keyOf={(wave) => wave.id}
      columns={[
        { label: labels.survey, heading: true, cell: (wave) => textIn(wave.title, locale) },
        { label: labels.wave, cell: (wave) => <a href={hrefOf(wave)}>{wave.name}</a> },
        { label: labels.messages, numeric: true, cell: (wave) => count(wave.messages, locale) },
      ]}
    />
  );
}
