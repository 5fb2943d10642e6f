import { type ConsoleLocale, textIn } from '../common/locale.js';
import { Action, LinkButton, Submit } from '../console/actions.js';
import type { Desk } from '../console/desk.js';
import { Choices } from '../console/fields.js';
import { count } from '../console/formats.js';
import { Card, PageHead } from '../console/headings.js';
import { RECOVERY_PATH } from '../console/hold-banner.js';
import { holdTexts } from '../console/hold.texts.js';
import { ConsolePage } from '../console/layout.page.js';
import { Empty } from '../console/notices.js';
import { Table } from '../console/tables.js';
import type { Hold } from '../safeguards/sending-guard.queries.js';
import type { Affected } from './recovery.queries.js';
import { recoveryTexts } from './recovery.texts.js';

interface Props {
  desk: Desk;
  hold: Hold | null;
  affected: Affected;
  /** Opt-outs and erasures that wait in the journal. */
  journal: number;
}

/** What a restored or copied database lacks, and the two confirmations after which it sends again. */
export function RecoveryPage({ desk, hold, affected, journal }: Props) {
  const { locale } = desk;
  const t = recoveryTexts(locale);
  if (!hold) {
    return (
      <ConsolePage desk={desk} title={t.title}>
        <PageHead title={t.title} />
        <Empty {...t.nothing}>
          <LinkButton href="/console/surveys">{t.back}</LinkButton>
        </Empty>
      </ConsolePage>
    );
  }
  const span = holdTexts(locale).span(hold.lostFrom, hold.lostUntil);
  return (
    <ConsolePage desk={desk} title={t.title}>
      <PageHead title={t.title} lead={hold.heldAt ? t.lead : undefined} />
      <div class="stack">
        <Card title={t.lostTitle}>
          {hold.because && <p>{t.because[hold.because]}</p>}
          <p>{t.lostLead(span)}</p>
          <ul>
            {t.lost.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          {hold.heldAt && <p>{journal > 0 ? t.journal(count(journal, locale)) : t.noJournal}</p>}
        </Card>
        {hold.heldAt && <Mails affected={affected} locale={locale} />}
        <Card title={t.remindersTitle}>
          <p>{t.remindersText(span)}</p>
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

function Mails({ affected: { waves, thankYous }, locale }: { affected: Affected; locale: ConsoleLocale }) {
  const t = recoveryTexts(locale);
  const { uncertain, send } = t.choices;
  const options = [
    { value: 'uncertain', ...uncertain },
    { value: 'send', ...send },
  ];
  return (
    <Card title={t.mailsTitle}>
      {waves.length > 0 && (
        <Table
          caption={t.mailsTitle}
          rows={waves}
          keyOf={(wave) => wave.id}
          columns={[
            { label: t.columns.survey, heading: true, cell: (wave) => textIn(wave.title, locale) },
            {
              label: t.columns.wave,
              cell: (wave) => <a href={`/console/waves/${wave.id}`}>{t.kinds[wave.kind]}</a>,
            },
            { label: t.columns.messages, numeric: true, cell: (wave) => count(wave.messages, locale) },
          ]}
        />
      )}
      {thankYous > 0 && <p>{t.thankYous(count(thankYous, locale))}</p>}
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
