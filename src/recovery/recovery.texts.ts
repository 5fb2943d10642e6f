import type { ConsoleLocale } from '../common/locale.js';
import type { HoldReason } from '../safeguards/sending-guard.rules.js';
import type { Replayed } from './journal-replay.js';

const because: Record<HoldReason, string> = {
  another_database:
    'Diese Datenbank stammt aus einer anderen: Sie wurde aus einer Sicherung eingespielt, kopiert oder mit ihrem Server auf eine neue Fassung gebracht.',
  older_state: 'Diese Datenbank war schon weiter: Sie wurde auf einen früheren Stand zurückgesetzt.',
  unknown_database: 'Von hier aus wurde bisher mit einer anderen Datenbank gearbeitet.',
  backup_restored: 'Eine Sicherung wurde eingespielt.',
  by_hand: 'Jemand hat den Versand von Hand angehalten.',
};

const de = {
  title: 'Nach einer Wiederherstellung',
  lead: 'Solange Sie hier nichts freigeben, geht keine Einladung, keine Erinnerung und keine Dankesmail hinaus.',
  because,
  lostTitle: 'Was fehlt',
  lostLead: (span: string) => `Alles, was ${span} geschah:`,
  perhapsLostTitle: 'Was fehlen kann',
  perhapsSpan: 'in der fehlenden Zeit',
  perhapsLostLead:
    'Wurde der ganze Rechner auf einen früheren Stand zurückgesetzt, fehlt alles, was seither geschah, sonst nichts:',
  lost: [
    'Antworten. Wer in dieser Zeit geantwortet hat, steht hier ohne Antwort und kann noch einmal antworten.',
    'Abmeldungen, Ablehnungen, Sperrungen und Löschungen, soweit sie nicht außerhalb der Datenbank vermerkt sind.',
    'Welche Mails schon hinausgingen. Versandstufen aus dieser Zeit gibt es hier nicht, ihre Mails können aber verschickt sein: Prüfen Sie das, bevor Sie eine davon neu anlegen.',
    'Importe, Änderungen an Umfragen und alles andere, was das Team getan hat.',
  ],
  journal: (n: string) =>
    `Außerhalb der Datenbank vermerkte Abmeldungen und Löschungen: ${n}. Sie werden bei der Freigabe nachgeholt.`,
  noJournal: 'Außerhalb der Datenbank sind für diese Zeit keine Abmeldungen und Löschungen vermerkt.',
  mailsTitle: 'Mails, die schon hinausgegangen sein können',
  mailsNone: 'In diesem Stand ist keine Mail offen, die schon hinausgegangen sein kann.',
  mailsDue: 'Versandstufen, deren Termin inzwischen verstrichen ist, kommen bei der Freigabe dazu.',
  columns: { survey: 'Umfrage', wave: 'Versandstufe', messages: 'Offene Mails' },
  thankYous: (n: string) => `Dankesmails: ${n}`,
  choice: 'Was soll aus diesen Mails werden?',
  choices: {
    uncertain: {
      label: 'Als unklar führen (empfohlen)',
      hint: 'Niemand bekommt etwas zweimal. In jeder Versandstufe entscheiden Sie danach, einzeln oder für alle, ob sie als verschickt gelten oder noch einmal gesendet werden.',
    },
    send: {
      label: 'Senden',
      hint: 'Nur wenn seit diesem Stand nichts versendet wurde, etwa nach einem geplanten Umzug. Sonst bekommen Leute dieselbe Mail noch einmal.',
    },
  },
  confirm: 'Einladungen und Dankesmails freigeben',
  confirmAsked:
    'Haben Sie geprüft, dass nicht noch eine zweite Installation aus derselben Datenbank versendet?',
  confirmed: (uncertain: string) =>
    `Freigegeben. Neu als unklar geführte Mails: ${uncertain}. Erinnerungen stehen noch still.`,
  undecidedTitle: 'Unklare Mails',
  undecidedLead:
    'Ob sie hinausgingen, ist unbekannt. Öffnen Sie jede Versandstufe und entscheiden Sie, einzeln oder für alle; das Protokoll des Mailservers hilft dabei.',
  undecidedColumns: { survey: 'Umfrage', wave: 'Versandstufe', messages: 'Unklare Mails' },
  undecidedThankYous: (n: string) =>
    `Unklare Dankesmails: ${n}. Sie werden nicht von selbst noch einmal gesendet.`,
  replayed: ({ erased, unsubscribed, declined, suppressed }: Replayed) =>
    erased + unsubscribed + declined + suppressed === 0
      ? ''
      : ` Nachgeholt: Abmeldungen (${String(unsubscribed)}), Ablehnungen (${String(declined)}), Sperrungen (${String(suppressed)}), Löschungen (${String(erased)}).`,
  remindersTitle: 'Erinnerungen',
  remindersFirst: 'Erinnerungen geben Sie in einem zweiten Schritt frei.',
  remindersText: (span: string) =>
    `Wer ${span} geantwortet oder sich abgemeldet hat, ohne dass es vermerkt ist, würde eine Erinnerung bekommen. Wenn es viele sein können, brechen Sie geplante Erinnerungen lieber ab oder ändern Sie sie, bevor Sie freigeben.`,
  remindersConfirm: 'Erinnerungen freigeben',
  remindersAsked: 'Wer in der fehlenden Zeit geantwortet hat, kann eine Erinnerung bekommen.',
  remindersConfirmed: 'Erinnerungen gehen wieder hinaus.',
  back: 'Zu den Umfragen',
  nothing: {
    title: 'Nichts ist angehalten',
    text: 'Diese Datenbank ist die, mit der zuletzt gearbeitet wurde.',
  },
};

const en: typeof de = {
  title: 'After a restore',
  lead: 'Until you release it here, no invitation, no reminder and no thank-you goes out.',
  because: {
    another_database:
      'This database comes from another one: it was restored from a dump, copied, or its server was upgraded.',
    older_state: 'This database had got further before: it was set back to an earlier state.',
    unknown_database: 'Another database was used from here until now.',
    backup_restored: 'A backup was restored.',
    by_hand: 'Somebody has held sending by hand.',
  },
  lostTitle: 'What is missing',
  lostLead: (span) => `Everything that happened ${span}:`,
  perhapsLostTitle: 'What may be missing',
  perhapsSpan: 'in the missing time',
  perhapsLostLead:
    'If the whole machine was set back to an earlier state, everything that happened since is missing, otherwise nothing:',
  lost: [
    'Answers. Anyone who answered then is without an answer here, and can answer again.',
    'Opt-outs, refusals, suppressions and erasures, unless they are noted outside the database.',
    'Which mails have gone out already. Mailings of that time do not exist here, but their mails may have been sent: check that before you make one of them anew.',
    'Imports, changes to surveys, and whatever else the team has done.',
  ],
  journal: (n) =>
    `Opt-outs and erasures noted outside the database: ${n}. They are done again when you release.`,
  noJournal: 'No opt-outs or erasures of that time are noted outside the database.',
  mailsTitle: 'Mails that may have gone out already',
  mailsNone: 'No mail is open in this state that may have gone out already.',
  mailsDue: 'Mailings whose time has come since then are added when you release.',
  columns: { survey: 'Survey', wave: 'Mailing', messages: 'Open mails' },
  thankYous: (n) => `Thank-yous: ${n}`,
  choice: 'What is to become of these mails?',
  choices: {
    uncertain: {
      label: 'Take them as uncertain (recommended)',
      hint: 'Nobody gets anything twice. In each mailing you then decide, one by one or about all, whether they count as sent or are sent again.',
    },
    send: {
      label: 'Send them',
      hint: 'Only if nothing was sent since this state, as after a planned move. Otherwise people get the same mail once more.',
    },
  },
  confirm: 'Release invitations and thank-yous',
  confirmAsked: 'Have you made sure that no second installation sends from the same database?',
  confirmed: (uncertain) =>
    `Released. Mails newly taken as uncertain: ${uncertain}. Reminders are still held.`,
  undecidedTitle: 'Uncertain mails',
  undecidedLead:
    "Nobody knows whether they went out. Open each mailing and decide, one by one or about all; the mail server's log helps.",
  undecidedColumns: { survey: 'Survey', wave: 'Mailing', messages: 'Uncertain mails' },
  undecidedThankYous: (n) => `Uncertain thank-yous: ${n}. They are not sent again by themselves.`,
  replayed: ({ erased, unsubscribed, declined, suppressed }) =>
    erased + unsubscribed + declined + suppressed === 0
      ? ''
      : ` Done again: ${String(unsubscribed)} unsubscribed, ${String(declined)} declined, ${String(suppressed)} suppressed, ${String(erased)} erased.`,
  remindersTitle: 'Reminders',
  remindersFirst: 'Reminders are released in a second step.',
  remindersText: (span) =>
    `Who answered or opted out ${span} without it being noted would get a reminder. If that can be many, rather cancel or change the reminders that are planned before you release them.`,
  remindersConfirm: 'Release reminders',
  remindersAsked: 'Who answered in the missing time may get a reminder.',
  remindersConfirmed: 'Reminders go out again.',
  back: 'To the surveys',
  nothing: {
    title: 'Nothing is held',
    text: 'This database is the one that was used last.',
  },
};

/** What staff read and decide after the database was restored or copied. */
export function recoveryTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
