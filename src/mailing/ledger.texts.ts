import type { ConsoleLocale } from '../common/locale.js';

const de = {
  title: 'Mails',
  filter: 'Nach Zustellung filtern',
  all: 'Alle',
  search: 'Adresse',
  searchSubmit: 'Suchen',
  reset: 'Suche aufheben',
  hidden:
    'Die Umfrage ist anonym. Wer eine Erinnerung bekommt, hat noch nicht geantwortet; deshalb steht hier nicht, an wen sie geht. Unklare Mails entscheiden Sie alle zusammen.',
  emptyTitle: 'Keine Mails',
  emptyText: 'Hier steht jede Mail dieser Versandstufe, sobald sie geplant ist.',
  columns: {
    person: 'Person',
    state: 'Zustellung',
    when: 'Zeit',
    reply: 'Antwort des Mailservers',
    decide: 'Entscheiden',
  },
  handedTo: (server: string) => `an ${server}`,
  attempts: (n: string) => `${n} Versuche`,
  nextAttempt: (when: string) => `nächster Versuch ${when}`,
  asAccepted: 'Gilt als verschickt',
  resend: 'Noch einmal senden',
  resendConfirm: 'Falls die Mail doch hinausging, bekommt die Person sie zweimal.',
  resendRefusedConfirm:
    'Der Mailserver hat diese Mail abgelehnt. An die Adresse gehen dann auch wieder andere Mails, bis sie erneut abgelehnt wird.',
  resolvedAccepted: 'Die Mail gilt als verschickt.',
  resolvedResend: 'Die Mail wird noch einmal verschickt.',
  allAccepted: 'Alle als verschickt ansehen',
  allAcceptedConfirm: (n: string) =>
    `Unklare Mails dieser Versandstufe: ${n}. Alle gelten dann als verschickt.`,
  allResend: 'Alle noch einmal senden',
  allResendConfirm: (n: string) =>
    `Unklare Mails dieser Versandstufe: ${n}. Alle werden noch einmal verschickt; wer die erste doch bekommen hat, bekommt sie zweimal.`,
  allResolvedAccepted: (n: string) => `Erledigt. Mails, die jetzt als verschickt gelten: ${n}.`,
  allResolvedResend: (n: string) => `Erledigt. Mails, die noch einmal verschickt werden: ${n}.`,
  noneFoundTitle: 'Keine Mail gefunden',
  noneFound: 'Zu dieser Auswahl gibt es in dieser Versandstufe keine Mail.',
  overText: 'In dieser Versandstufe wurde keine Mail vorbereitet.',
  uncertainTitle: 'Bei diesen Mails ist der Ausgang unklar',
  uncertainText:
    'Die Verbindung brach ab, bevor der Mailserver geantwortet hat. Von selbst wird keine davon noch einmal verschickt.',
};

const en: typeof de = {
  title: 'Mails',
  filter: 'Filter by delivery',
  all: 'All',
  search: 'Address',
  searchSubmit: 'Search',
  reset: 'Clear search',
  hidden:
    'The survey is anonymous. Whoever gets a reminder has not answered yet, so this page does not say to whom it goes. Uncertain mails are decided all together.',
  emptyTitle: 'No mails',
  emptyText: 'Every mail of this mailing stands here as soon as it is planned.',
  columns: {
    person: 'Person',
    state: 'Delivery',
    when: 'Time',
    reply: 'Reply of the mail server',
    decide: 'Decide',
  },
  handedTo: (server) => `to ${server}`,
  attempts: (n) => `${n} attempts`,
  nextAttempt: (when) => `next attempt ${when}`,
  asAccepted: 'Take as sent',
  resend: 'Send again',
  resendConfirm: 'If the mail did go out, the person gets it twice.',
  resendRefusedConfirm:
    'The mail server refused this mail. Other mails go to the address again as well, until it is refused anew.',
  resolvedAccepted: 'The mail is taken as sent.',
  resolvedResend: 'The mail is sent again.',
  allAccepted: 'Take all as sent',
  allAcceptedConfirm: (n) => `Uncertain mails of this mailing: ${n}. All of them are then taken as sent.`,
  allResend: 'Send all again',
  allResendConfirm: (n) =>
    `Uncertain mails of this mailing: ${n}. All of them are sent again; whoever did get the first gets it twice.`,
  allResolvedAccepted: (n) => `Done. Mails now taken as sent: ${n}.`,
  allResolvedResend: (n) => `Done. Mails sent again: ${n}.`,
  noneFoundTitle: 'No mail found',
  noneFound: 'No mail of this mailing matches.',
  overText: 'No mail was prepared in this mailing.',
  uncertainTitle: 'The outcome of these mails is uncertain',
  uncertainText:
    'The connection broke before the mail server had answered. None of them is sent again by itself.',
};

/** The single mails of a wave. */
export function ledgerTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
