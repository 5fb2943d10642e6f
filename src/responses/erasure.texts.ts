import type { ConsoleLocale } from '../common/locale.js';

const de = {
  title: 'Person löschen',
  noWayBack:
    'Das lässt sich nicht rückgängig machen. Bitte vergleichen Sie die Adresse noch einmal mit der, die gelöscht werden soll.',
  goes: {
    title: 'Das wird gelöscht',
    items: [
      'Der Eintrag auf diesem Verteiler: Adresse, Name, Anrede, Sprache und Merkmale',
      'Die Teilnahme an jeder Umfrage, mit dem persönlichen Link und allem, was im Versand über diese Person steht',
      'Begonnene Antworten und Änderungen, die noch nicht abgesendet sind',
      'Abgesendete Antworten namentlicher Umfragen, mit ihrem Verlauf',
      'Dateien, die für diesen Verteiler geprüft sind und auf das Übernehmen warten; sie lassen sich noch einmal hochladen',
    ],
  },
  surveys: {
    title: 'Umfragen, an denen diese Person teilnimmt',
    none: 'Diese Person nimmt an keiner Umfrage teil.',
    columns: { survey: 'Umfrage', privacy: 'Vertraulichkeit', mails: 'Mails', answers: 'Antworten' },
    allMails: 'alle',
    answers: {
      erased: 'Die abgesendete Antwort wird gelöscht',
      kept_under_code: 'Die abgesendete Antwort bleibt, unter ihrem Code und ohne Namen',
      kept_unknown: 'Alle bleiben: Von keiner ist bekannt, wessen sie ist',
      not_submitted: 'Nichts abgesendet; Begonnenes wird gelöscht',
    },
  },
  stays: {
    title: 'Das bleibt',
    items: [
      'Antworten anonymer Umfragen, und abgesendete Antworten, die einen Code statt eines Namens tragen',
      'Ein Eintrag im Protokoll, wer wann gelöscht hat; die Person steht darin nur als Nummer',
      'Zellen, die sich in hochgeladenen Dateien nicht lesen ließen, in den Berichten der Importe',
      'Sicherungskopien, solange Sie sie aufbewahren',
    ],
    suppressed:
      'Der Eintrag auf der Sperrliste: Er sorgt dafür, dass niemand diese Adresse wieder anschreibt',
    notSuppressed:
      'Die Adresse steht nicht auf der Sperrliste. Steht sie in einer Datei, die Sie später hochladen, kommt die Person wieder auf den Verteiler.',
  },
  elsewhere: 'Dieselbe Adresse steht auch auf anderen Verteilern. Dort löschen Sie sie eigens:',
  erase: 'Person endgültig löschen',
  back: 'Zurück zum Verteiler',
  wait: 'Wird gerade eine Mail an diese Person übergeben, dauert es bis zu zehn Sekunden.',
  erased: 'Die Person ist gelöscht.',
  erasedAlready: 'Die Person war schon gelöscht.',
};

export type ErasureTexts = typeof de;

const en: ErasureTexts = {
  title: 'Erase person',
  noWayBack: 'This cannot be undone. Please compare the address once more with the one that is to be erased.',
  goes: {
    title: 'This is erased',
    items: [
      'The entry on this list: address, name, salutation, language and attributes',
      'The participation in every survey, with the personal link and everything the mailings say about this person',
      'Answers and changes that were begun and not submitted yet',
      'Submitted responses of identified surveys, with their history',
      'Files that are checked for this list and wait to be applied; they can be uploaded again',
    ],
  },
  surveys: {
    title: 'Surveys this person takes part in',
    none: 'This person takes part in no survey.',
    columns: { survey: 'Survey', privacy: 'Privacy', mails: 'Mails', answers: 'Answers' },
    allMails: 'all',
    answers: {
      erased: 'The submitted response is erased',
      kept_under_code: 'The submitted response stays, under its code and without a name',
      kept_unknown: 'All stay: of none it is known whose it is',
      not_submitted: 'Nothing submitted; what was begun is erased',
    },
  },
  stays: {
    title: 'This stays',
    items: [
      'Responses of anonymous surveys, and submitted responses that bear a code instead of a name',
      'An entry in the audit log that says who erased when; it names the person by number alone',
      'Cells that could not be read in uploaded files, in the reports of the imports',
      'Backups, for as long as you keep them',
    ],
    suppressed: 'The entry on the suppression list: it sees to it that nobody writes to this address again',
    notSuppressed:
      'The address is not on the suppression list. If it stands in a file that you upload later, the person comes back onto the list.',
  },
  elsewhere: 'The same address is on other lists too. You erase it there by itself:',
  erase: 'Erase person for good',
  back: 'Back to the list',
  wait: 'If a mail is just being handed over to this person, this takes up to ten seconds.',
  erased: 'The person is erased.',
  erasedAlready: 'The person was erased already.',
};

/** The texts of the pages on which staff erase people. */
export function erasureTexts(locale: ConsoleLocale): ErasureTexts {
  return locale === 'de' ? de : en;
}
