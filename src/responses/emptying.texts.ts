import type { ConsoleLocale } from '../common/locale.js';

const de = {
  title: 'Verteiler leeren',
  noWayBack: (n: number, people: string) =>
    `${n === 1 ? 'Die eine Person auf diesem Verteiler wird' : `Alle ${people} Personen auf diesem Verteiler werden`} gelöscht. Das lässt sich nicht rückgängig machen. Aussendungen, die gerade laufen, gehen bis dahin weiter; halten Sie sie vorher an, wenn niemand mehr angeschrieben werden soll.`,
  goes: {
    title: 'Das wird gelöscht',
    items: [
      'Alle, die jetzt auf dem Verteiler stehen, mit Adresse, Name, Anrede, Sprache und Merkmalen',
      'Ihre Teilnahme an jeder Umfrage, mit dem persönlichen Link und allem, was im Versand über sie steht; auch der Rücklauf dieser Umfragen zählt dann ohne sie',
      'Begonnene Antworten und Änderungen, die noch nicht abgesendet sind',
      'Abgesendete Antworten namentlicher Umfragen, mit ihrem Verlauf',
      'Die Berichte der Importe, und Dateien, die geprüft sind und auf das Übernehmen warten',
    ],
  },
  stays: {
    title: 'Das bleibt',
    items: [
      'Der Verteiler selbst, mit seinem Namen und seinen Auswahlen',
      'Antworten anonymer Umfragen, und abgesendete Antworten, die einen Code statt eines Namens tragen',
      'Einträge auf der Sperrliste',
      'Einträge im Protokoll, wer wann geleert hat',
      'Sicherungskopien, solange Sie sie aufbewahren',
    ],
  },
  surveys: {
    title: 'Umfragen, an denen diese Personen teilnehmen',
    none: 'Von diesem Verteiler nimmt niemand an einer Umfrage teil.',
    columns: {
      survey: 'Umfrage',
      privacy: 'Vertraulichkeit',
      participants: 'Teilnehmende von hier',
      answers: 'Abgesendete Antworten',
    },
    answers: {
      identified: 'Werden gelöscht',
      pseudonymous: 'Bleiben, unter ihren Codes und ohne Namen',
      anonymous: 'Bleiben',
    },
  },
  name: 'Name des Verteilers',
  nameHint: (name: string) => `Zur Bestätigung tippen Sie bitte den Namen: ${name}`,
  nameWrong: (name: string) => `Das ist nicht der Name dieses Verteilers. Bitte tippen Sie genau: ${name}`,
  empty: 'Verteiler endgültig leeren',
  back: 'Zurück zum Verteiler',
  nobody: { title: 'Der Verteiler ist schon leer', text: 'Es gibt niemanden zu löschen.' },
  progress: {
    title: 'Der Verteiler wird geleert',
    bar: (erased: string, people: string) => `${erased} von ${people} Personen gelöscht`,
    left: (left: string) => `noch ${left}`,
    goesOn: 'Es geht von selbst weiter, auch wenn Sie diese Seite schließen.',
    working: 'Diese Seite aktualisiert sich von selbst.',
    workingHint: 'Ohne JavaScript laden Sie die Seite bitte neu.',
    standsStill:
      'Mails, die gerade übergeben werden, halten es einige Sekunden auf. Steht die Zahl länger als eine Minute still, läuft vermutlich kein Worker: Bitte geben Sie denen Bescheid, die Rücklauf betreiben. Verloren geht nichts.',
    done: (n: number, people: string) =>
      n === 1 ? 'Eine Person ist gelöscht.' : `${people} Personen sind gelöscht.`,
    toList: 'Zum Verteiler',
  },
};

export type EmptyingTexts = typeof de;

const en: EmptyingTexts = {
  title: 'Empty list',
  noWayBack: (n, people) =>
    `${n === 1 ? 'The one person on this list is' : `All ${people} people on this list are`} erased. This cannot be undone. Mailings that are under way go on until then; pause them before if nobody is to be written to any more.`,
  goes: {
    title: 'This is erased',
    items: [
      'Everybody who is on the list now, with address, name, salutation, language and attributes',
      'Their participation in every survey, with the personal link and everything the mailings say about them; the response rates of these surveys then count without them',
      'Answers and changes that were begun and not submitted yet',
      'Submitted responses of identified surveys, with their history',
      'The reports of the imports, and files that are checked and wait to be applied',
    ],
  },
  stays: {
    title: 'This stays',
    items: [
      'The list itself, with its name and its segments',
      'Responses of anonymous surveys, and submitted responses that bear a code instead of a name',
      'Entries on the suppression list',
      'Entries in the audit log that say who emptied it when',
      'Backups, for as long as you keep them',
    ],
  },
  surveys: {
    title: 'Surveys these people take part in',
    none: 'Nobody on this list takes part in a survey.',
    columns: {
      survey: 'Survey',
      privacy: 'Privacy',
      participants: 'Participants from here',
      answers: 'Submitted responses',
    },
    answers: {
      identified: 'Are erased',
      pseudonymous: 'Stay, under their codes and without names',
      anonymous: 'Stay',
    },
  },
  name: 'Name of the list',
  nameHint: (name) => `To confirm, please type the name: ${name}`,
  nameWrong: (name) => `That is not the name of this list. Please type exactly: ${name}`,
  empty: 'Empty list for good',
  back: 'Back to the list',
  nobody: { title: 'The list is empty already', text: 'There is nobody to erase.' },
  progress: {
    title: 'The list is being emptied',
    bar: (erased, people) => `${erased} of ${people} people erased`,
    left: (left) => `${left} left`,
    goesOn: 'It goes on by itself, also when you close this page.',
    working: 'This page updates by itself.',
    workingHint: 'Without JavaScript, please reload the page.',
    standsStill:
      'Mails that are just being handed over hold it up for some seconds. If the number stands still for more than a minute, there is probably no worker running: please tell those who run Rücklauf. Nothing gets lost.',
    done: (n, people) => (n === 1 ? 'One person is erased.' : `${people} people are erased.`),
    toList: 'To the list',
  },
};

/** The texts of the pages on which staff empty a list. */
export function emptyingTexts(locale: ConsoleLocale): EmptyingTexts {
  return locale === 'de' ? de : en;
}
