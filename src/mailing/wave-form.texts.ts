import type { ConsoleLocale } from '../common/locale.js';

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
    after_invitation: {
      label: 'Nach der Einladung',
      hint: 'Verschiebt sich die Einladung, verschiebt sich dieser Versand mit.',
    },
  },
  changeTitle: { invitation: 'Einladung ändern', reminder: 'Erinnerung ändern' },
  afterDays: 'Tage nach der Einladung',
  segment: 'Auswahl',
  everybody: 'alle Teilnehmenden',
  exceedsBecause: 'Warum noch eine Erinnerung?',
  exceedsHint: 'Ihre Begründung wird festgehalten.',
  rolling: {
    invitation: {
      label: 'Fortlaufend: auch alle, die später dazukommen',
      hint: 'Die Einladung bleibt bis zum Teilnahmeschluss offen. Wer neu aufgenommen wird, bekommt sie von selbst.',
    },
    reminder: {
      label: 'Fortlaufend: für jede Person nach ihrer eigenen Einladung',
      hint: 'Nur zusammen mit „Nach der Einladung“. So werden auch die erinnert, die später eingeladen wurden.',
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
    ignoreWindow: {
      label: 'Auch außerhalb der Versandzeiten',
      hint: 'Sonst ruht der Versand nachts und an den Tagen, die in den Einstellungen ausgenommen sind.',
    },
    ignoreGap: {
      label: 'Auch wer erst vor Kurzem angeschrieben wurde',
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
    after_invitation: 'Bitte geben Sie an, wie viele Tage danach und um wie viel Uhr.',
    noInvitation: 'Es ist noch keine Einladung geplant, von der an gezählt werden könnte.',
    tooManyReminders:
      'So viele Erinnerungen sind für diese Umfrage schon geplant. Jede weitere bringt weniger Antworten und mehr Abmeldungen. Wenn es trotzdem sein muss, schreiben Sie bitte, warum.',
    exceedsBecause: 'Bitte begründen Sie es in einem Satz.',
    rolling: 'Eine fortlaufende Erinnerung zählt von der Einladung an: Wählen Sie oben „Nach der Einladung“.',
    segment: 'Diese Auswahl gehört zu keinem Verteiler, aus dem Teilnehmende kommen.',
    past: 'Dieser Zeitpunkt liegt in der Vergangenheit.',
    afterClosing: 'Dieser Zeitpunkt liegt nach dem Teilnahmeschluss.',
    text: 'Der Text ist zu lang.',
  },
  preview: {
    title: { invitation: 'Einladung: Vorschau', reminder: 'Erinnerung: Vorschau' },
    notTold: 'Wird nicht gezeigt',
    notToldMeaning:
      'Die Umfrage ist anonym: Wie viele einer Auswahl noch nicht geantwortet haben, erfährt niemand. Wer geantwortet hat, bekommt keine Erinnerung.',
    confirmNotTold: 'Diese Mail geht an alle der Auswahl, die noch nicht geantwortet haben.',
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
    saved: 'Die Stufe ist geändert.',
    save: 'Änderung speichern',
    begins: (when: string) => `Außerhalb der Versandzeiten: Die Mails gehen ab ${when} hinaus.`,
    tooLate:
      'Die Mails dürften erst nach dem Teilnahmeschluss hinausgehen; niemand bekäme sie. Wählen Sie einen anderen Termin oder senden Sie auch außerhalb der Versandzeiten.',
    clock: {
      skipped:
        'Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden; es gilt eine Stunde später.',
      repeated:
        'Diese Uhrzeit gibt es an dem Tag zweimal, weil die Uhren zurückgestellt werden; es gilt die erste.',
    },
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
    after_invitation: {
      label: 'After the invitation',
      hint: 'When the invitation moves, this mailing moves with it.',
    },
  },
  changeTitle: { invitation: 'Change invitation', reminder: 'Change reminder' },
  afterDays: 'Days after the invitation',
  segment: 'Segment',
  everybody: 'all participants',
  exceedsBecause: 'Why another reminder?',
  exceedsHint: 'Your reason is kept.',
  rolling: {
    invitation: {
      label: 'Rolling: also whoever joins later',
      hint: 'The invitation stays open until the closing date. Whoever is taken in gets it by itself.',
    },
    reminder: {
      label: 'Rolling: for each person after their own invitation',
      hint: 'Only together with “After the invitation”. So those who were invited later are reminded too.',
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
    ignoreWindow: {
      label: 'Also outside the sending hours',
      hint: 'Otherwise nothing goes out at night and on the days the settings leave out.',
    },
    ignoreGap: {
      label: 'Also who was written to a short while ago',
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
    after_invitation: 'Please say how many days after and at what time.',
    noInvitation: 'No invitation is planned yet to count from.',
    tooManyReminders:
      'So many reminders are planned for this survey already. Each further one brings fewer answers and more people who unsubscribe. If there has to be another, please write why.',
    exceedsBecause: 'Please give the reason in a sentence.',
    rolling: 'A rolling reminder counts from the invitation: choose “After the invitation” above.',
    segment: 'This segment belongs to no list that participants come from.',
    past: 'This time has gone by.',
    afterClosing: 'This time is after the closing date.',
    text: 'The text is too long.',
  },
  preview: {
    title: { invitation: 'Invitation: preview', reminder: 'Reminder: preview' },
    notTold: 'Not shown',
    notToldMeaning:
      'The survey is anonymous: nobody is told how many of a segment have not answered. Whoever has answered gets no reminder.',
    confirmNotTold: 'This mail goes to everybody of the segment who has not answered.',
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
    saved: 'The stage has been changed.',
    save: 'Save change',
    begins: (when) => `Outside the sending hours: the mails go out from ${when}.`,
    tooLate:
      'The mails could only go out after the closing date; nobody would get them. Choose another time, or send outside the sending hours too.',
    clock: {
      skipped: 'This time does not exist on that day, as the clocks go forward; an hour later counts.',
      repeated: 'This time comes twice on that day, as the clocks go back; the first one counts.',
    },
    scheduledLater: 'The mailing is scheduled.',
  },
};

export function waveFormTexts(locale: ConsoleLocale): WaveFormTexts {
  return locale === 'de' ? de : en;
}
