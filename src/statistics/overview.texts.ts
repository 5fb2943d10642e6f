import type { ConsoleLocale } from '../common/locale.js';

const de = {
  tiles: {
    label: 'Zahlen auf einen Blick',
    invited: 'Eingeladen',
    invitedMeaning: (participants: string) => `von ${participants} aufgenommenen Teilnehmenden`,
    completed: 'Abgeschlossen',
    completedMeaning: (partial: string) => `dazu ${partial} teilweise ausgefüllt`,
    rr1: 'Rücklaufquote (RR1)',
    rr1Meaning: 'Vollständige Antworten, geteilt durch alle Eingeladenen.',
    rr2: 'Mit Teilantworten (RR2)',
    rr2Meaning: 'Vollständige und begonnene Antworten, geteilt durch alle Eingeladenen.',
    screenedOut: 'Wer nicht zur Zielgruppe gehört, zählt nicht mit.',
  },
  curve: {
    title: 'Rücklauf im Zeitverlauf',
    description: (completed: string, invited: string, closing: string) =>
      `${completed} vollständige Antworten von ${invited} Eingeladenen, Teilnahmeschluss ${closing}.`,
    closing: (day: string) => `Teilnahmeschluss ${day}`,
    asTable: 'Als Tabelle',
    day: 'Tag',
    completed: 'Vollständige Antworten',
    share: 'Anteil der Eingeladenen',
    empty: 'Sobald jemand antwortet, wächst hier die Kurve.',
  },
  participation: 'Teilnahme',
  participationLabel: 'Wie weit die Teilnehmenden sind',
  delivery: 'Zustellung',
  deliveryHint: '„Angenommen“ heißt: Der nächste Mailserver hat die Mail übernommen.',
  nothingSent: 'Noch ist keine Mail hinausgegangen.',
  waves: 'Versandstufen',
  responses: {
    title: 'Antworten',
    count: (n: number, shown: string) => (n === 1 ? '1 zu sehen' : `${shown} zu sehen`),
    none: 'Sobald jemand den Fragebogen absendet, lassen sich die Antworten hier herunterladen.',
    tooFew:
      'Damit niemand zu erkennen ist, werden Antworten erst gezeigt, wenn zehn eingegangen sind: fünf davon, zufällig ausgewählt, und so fort. Was bei Teilnahmeschluss noch wartet, folgt danach, wenn es mindestens fünf sind.',
    staysHidden:
      'Es sind zu wenige Antworten: Weniger als fünf werden nicht gezeigt, damit niemand zu erkennen ist.',
    waiting: (n: number, shown: string) =>
      n === 1
        ? '1 weitere wartet noch darauf, gezeigt zu werden.'
        : `${shown} weitere warten noch darauf, gezeigt zu werden.`,
    texts: 'Freie Texte als CSV',
    textsApart:
      'Freie Texte stehen in einer eigenen Datei und in eigener Reihenfolge, damit niemand an seiner Schreibweise zu erkennen ist.',
    csv: 'Als CSV herunterladen',
    ndjson: 'Als NDJSON',
    hints: {
      identified:
        'Mit Namen und Adressen. CSV öffnet jede Tabellenkalkulation; das Herunterladen wird protokolliert.',
      pseudonymous:
        'Mit Codes und Tagen, ohne Namen und Adressen. CSV öffnet jede Tabellenkalkulation; das Herunterladen wird protokolliert.',
      anonymous:
        'Ohne Namen, Zeiten und Reihenfolge. CSV öffnet jede Tabellenkalkulation; das Herunterladen wird protokolliert.',
    },
  },
  next: {
    title: 'Nächste Schritte',
    publish: 'Sehen Sie den Fragebogen durch und veröffentlichen Sie die Umfrage.',
    publishAction: 'Veröffentlichen',
    enrol: 'Nehmen Sie Teilnehmende aus einem Verteiler auf.',
    enrolAction: 'Teilnehmende aufnehmen',
    invite: (n: string) => `${n} Teilnehmende sind aufgenommen. Planen Sie jetzt die Einladung.`,
    inviteAction: 'Einladung planen',
    remind: 'Die Einladung steht. Eine Erinnerung geht nur an die, die noch nicht fertig sind.',
    remindAction: 'Erinnerung planen',
    uncertain: (n: string) =>
      `Bei ${n} ist unklar, ob die Mail hinausging. Sie wird nie von selbst noch einmal verschickt; bitte entscheiden Sie.`,
    uncertainAction: 'Ansehen',
  },
};

export type OverviewTexts = typeof de;

const en: OverviewTexts = {
  tiles: {
    label: 'Numbers at a glance',
    invited: 'Invited',
    invitedMeaning: (participants) => `of ${participants} participants added`,
    completed: 'Completed',
    completedMeaning: (partial) => `and ${partial} partly answered`,
    rr1: 'Response rate (RR1)',
    rr1Meaning: 'Complete responses divided by everybody invited.',
    rr2: 'With partial responses (RR2)',
    rr2Meaning: 'Complete and begun responses divided by everybody invited.',
    screenedOut: 'Who does not belong to the target group is not counted.',
  },
  curve: {
    title: 'Responses over time',
    description: (completed, invited, closing) =>
      `${completed} complete responses of ${invited} people invited, closing date ${closing}.`,
    closing: (day) => `Closing date ${day}`,
    asTable: 'As a table',
    day: 'Day',
    completed: 'Complete responses',
    share: 'Share of those invited',
    empty: 'As soon as somebody answers, the curve grows here.',
  },
  participation: 'Participation',
  participationLabel: 'How far participants are',
  delivery: 'Delivery',
  deliveryHint: '“Accepted” means that the next mail server has taken the mail over.',
  nothingSent: 'No mail has gone out yet.',
  waves: 'Mailings',
  responses: {
    title: 'Responses',
    count: (_n, shown) => `${shown} shown`,
    none: 'As soon as somebody submits the questionnaire, the responses can be downloaded here.',
    tooFew:
      'So that nobody can be recognised, responses are shown once ten have come in: five of them, drawn at random, and so on. What waits at the closing date follows after it, if there are at least five.',
    staysHidden:
      'There are too few responses: fewer than five are not shown, so that nobody can be recognised.',
    waiting: (n, shown) => (n === 1 ? '1 more waits to be shown.' : `${shown} more wait to be shown.`),
    texts: 'Free texts as CSV',
    textsApart:
      'Free texts stand in a file of their own and in an order of their own, so that nobody is recognised by their way of writing.',
    csv: 'Download as CSV',
    ndjson: 'As NDJSON',
    hints: {
      identified: 'With names and addresses. Every spreadsheet opens CSV; the download is recorded.',
      pseudonymous:
        'With codes and days, without names and addresses. Every spreadsheet opens CSV; the download is recorded.',
      anonymous: 'Without names, times and order. Every spreadsheet opens CSV; the download is recorded.',
    },
  },
  next: {
    title: 'Next steps',
    publish: 'Look through the questionnaire and publish the survey.',
    publishAction: 'Publish',
    enrol: 'Add participants from a list.',
    enrolAction: 'Add participants',
    invite: (n) => `${n} participants are in. Now schedule the invitation.`,
    inviteAction: 'Schedule invitation',
    remind: 'The invitation is set up. A reminder goes only to those who are not done.',
    remindAction: 'Schedule reminder',
    uncertain: (n) =>
      `For ${n} it is unclear whether the mail went out. It is never sent again by itself; please decide.`,
    uncertainAction: 'View',
  },
};

export function overviewTexts(locale: ConsoleLocale): OverviewTexts {
  return locale === 'de' ? de : en;
}
