import type { Locale } from '../common/locale.js';

const de = {
  title: { invitation: 'Einladung planen', reminder: 'Erinnerung planen' },
  steps: ['Angaben', 'Vorschau', 'Geplant'],
  when: 'Wann',
  whenOptions: {
    now: { label: 'Sofort', hint: 'Der Versand beginnt, sobald Sie ihn in der Vorschau bestätigen.' },
    local: { label: 'Zu einem Zeitpunkt', hint: '' },
    before_closing: {
      label: 'Vor dem Teilnahmeschluss',
      hint: 'Verschiebt sich der Teilnahmeschluss, verschiebt sich dieser Versand mit.',
    },
  },
  local: 'Datum und Uhrzeit',
  days: 'Tage vorher',
  time: 'Uhrzeit',
  zone: (zone: string, closing: string) => `Ortszeit ${zone}. Teilnahmeschluss: ${closing}.`,
  audience: 'An wen',
  audienceHint: 'Wer fertig ist, abgelehnt oder sich abgemeldet hat, bekommt nie eine Erinnerung.',
  more: 'Rücksichten',
  moreHint: 'Im Zweifel nichts ankreuzen.',
  options: {
    ignoreGap: {
      label: 'Auch wer in den letzten drei Tagen angeschrieben wurde',
      hint: 'Sonst lässt diese Versandstufe sie aus.',
    },
    ignoreCanary: {
      label: 'Ohne Probelauf',
      hint: 'Sonst gehen die ersten fünf Prozent voran, mindestens 50 Mails. Wird davon mehr als jede zehnte abgelehnt, hält der Versand an, bis Sie entscheiden.',
    },
  },
  toPreview: 'Weiter zur Vorschau',
  errors: {
    now: 'Bitte wählen Sie einen Zeitpunkt.',
    local: 'Bitte geben Sie Datum und Uhrzeit an.',
    before_closing: 'Bitte geben Sie an, wie viele Tage vorher und um wie viel Uhr.',
    past: 'Dieser Zeitpunkt liegt in der Vergangenheit.',
    afterClosing: 'Dieser Zeitpunkt liegt nach dem Teilnahmeschluss.',
    text: 'Der Text ist zu lang.',
  },
  preview: {
    title: { invitation: 'Einladung: Vorschau', reminder: 'Erinnerung: Vorschau' },
    recipients: 'Bekommen diese Mail',
    recipientsMeaning: (total: string) => `von ${total} Teilnehmenden, nach heutigem Stand`,
    nobody:
      'Nach heutigem Stand bekäme niemand diese Mail; deshalb lässt sie sich jetzt nicht versenden. Darunter steht, warum.',
    nobodyYet: 'Nach heutigem Stand bekäme niemand diese Mail. Zum Termin wird neu geprüft.',
    deadLink: 'Der persönliche Link und die Abmeldung führen in dieser Vorschau ins Leere.',
    due: 'Termin',
    whyNot: 'Warum nicht an alle',
    rechecked: 'Beim Versand wird für jede Person noch einmal geprüft, ob sie inzwischen geantwortet hat.',
    letter: 'So sieht die Mail aus',
    html: 'Gestaltet',
    text: 'Als reiner Text',
    subject: 'Betreff',
    from: 'Von',
    person: 'Ansehen für',
    show: 'Anzeigen',
    schedule: { now: 'Jetzt versenden', later: 'Versand planen' },
    confirm: (recipients: string) => `Diese Mail geht an ${recipients} Personen.`,
    back: 'Angaben ändern',
    test: 'Testmail an mich',
    tested: (to: string) => `Die Testmail ist unterwegs an ${to}. Ihr persönlicher Link führt ins Leere.`,
    scheduledNow: 'Der Versand beginnt.',
    scheduledLater: 'Der Versand ist geplant.',
  },
};

export type WaveFormTexts = typeof de;

const en: WaveFormTexts = {
  title: { invitation: 'Schedule invitation', reminder: 'Schedule reminder' },
  steps: ['Details', 'Preview', 'Scheduled'],
  when: 'When',
  whenOptions: {
    now: { label: 'At once', hint: 'Sending begins when you confirm it in the preview.' },
    local: { label: 'At a time', hint: '' },
    before_closing: {
      label: 'Before the closing date',
      hint: 'When the closing date moves, this mailing moves with it.',
    },
  },
  local: 'Date and time',
  days: 'Days before',
  time: 'Time of day',
  zone: (zone, closing) => `Local time ${zone}. Closing date: ${closing}.`,
  audience: 'To whom',
  audienceHint: 'Who is done, has declined or unsubscribed never gets a reminder.',
  more: 'Courtesy',
  moreHint: 'If in doubt, tick nothing.',
  options: {
    ignoreGap: {
      label: 'Also who was written to in the last three days',
      hint: 'Otherwise this mailing leaves them out.',
    },
    ignoreCanary: {
      label: 'Without a trial run',
      hint: 'Otherwise the first five per cent go ahead, at least 50 mails. If more than one in ten of them is refused, the mailing is held until you decide.',
    },
  },
  toPreview: 'On to the preview',
  errors: {
    now: 'Please choose a time.',
    local: 'Please enter date and time.',
    before_closing: 'Please enter how many days before and at what time.',
    past: 'This time has gone by.',
    afterClosing: 'This time is after the closing date.',
    text: 'The text is too long.',
  },
  preview: {
    title: { invitation: 'Invitation: preview', reminder: 'Reminder: preview' },
    recipients: 'Get this mail',
    recipientsMeaning: (total) => `of ${total} participants, as things stand today`,
    nobody: 'As things stand today nobody would get this mail, so it cannot be sent now. See below why.',
    nobodyYet: 'As things stand today nobody would get this mail. It is checked again when it is due.',
    deadLink: 'The personal link and the one to unsubscribe lead nowhere in this preview.',
    due: 'Due',
    whyNot: 'Why not everybody',
    rechecked: 'When it is sent, it is checked once more for every person whether they have answered since.',
    letter: 'What the mail looks like',
    html: 'Designed',
    text: 'As plain text',
    subject: 'Subject',
    from: 'From',
    person: 'View for',
    show: 'Show',
    schedule: { now: 'Send now', later: 'Schedule' },
    confirm: (recipients) => `This mail goes to ${recipients} people.`,
    back: 'Change details',
    test: 'Send a test to myself',
    tested: (to) => `The test mail is on its way to ${to}. Its personal link leads nowhere.`,
    scheduledNow: 'Sending begins.',
    scheduledLater: 'The mailing is scheduled.',
  },
};

export function waveFormTexts(locale: Locale): WaveFormTexts {
  return locale === 'de' ? de : en;
}
