import type { DomainError } from '../common/errors.js';
import type { ConsoleLocale } from '../common/locale.js';
import { problemInWords } from './problem-in-words.js';

const de = {
  product: 'Rücklauf',
  skip: 'Zum Inhalt springen',
  mainNavigation: 'Hauptbereiche',
  breadcrumbs: 'Sie sind hier',
  nav: { surveys: 'Umfragen', lists: 'Verteiler', pace: 'Tempo', inbox: 'Posteingang' },
  signedInAs: (name: string) => `Angemeldet als ${name}`,
  signOut: 'Abmelden',
  account: 'Konto',
  otherLanguage: 'English',
  otherLanguageHint: 'Switch to English',
  confirm: { title: 'Bitte bestätigen', no: 'Zurück' },
  live: 'Aktualisiert sich von selbst',
  optional: 'freiwillig',
  none: 'keine',
  notice: { success: 'Erledigt', info: 'Hinweis', warning: 'Achtung', error: 'Fehler' },
  errorSummary: (n: number) =>
    n === 1 ? 'Bitte prüfen Sie eine Angabe' : `Bitte prüfen Sie ${String(n)} Angaben`,
  pages: { label: 'Seiten', previous: 'Zurück', next: 'Weiter', first: 'Zum Anfang' },
  signIn: {
    title: 'Anmelden',
    lead: 'Umfragen per Mail, Erinnerungen nur an die, die noch nicht geantwortet haben, und eine Rücklaufquote, auf die Sie sich verlassen können.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
    trial: 'Erster Start? Adresse und Passwort stehen einmalig im Terminal, in dem Rücklauf gestartet wurde.',
    wrong: 'Adresse oder Passwort stimmen nicht.',
    busy: 'Gerade melden sich sehr viele an. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
    wait: (minutes: number) =>
      `Zu viele Versuche. Bitte warten Sie ${minutes === 1 ? 'eine Minute' : `${String(minutes)} Minuten`} und versuchen Sie es dann noch einmal.`,
  },
  errors: {
    home: 'Zur Übersicht',
    notFound: {
      title: 'Das gibt es hier nicht',
      text: 'Die Adresse führt zu keiner Seite. Vielleicht wurde gelöscht, was dort stand.',
    },
    forbidden: {
      title: 'Das war nicht erlaubt',
      text: 'Die Anfrage kam nicht von einer Seite dieser Konsole. Bitte öffnen Sie das Formular hier neu und senden Sie es noch einmal ab.',
    },
    refused: {
      title: 'Das ging nicht',
      text: 'Die Anfrage wurde verstanden, konnte so aber nicht ausgeführt werden. Es wurde nichts geändert.',
    },
    tooLarge: {
      title: 'Das ist zu groß',
      text: 'Was gesendet wurde, ist größer, als diese Seite annimmt. Es wurde nichts geändert. Bitte gehen Sie zurück und kürzen oder teilen Sie es.',
    },
    unreadable: {
      title: 'Das war nicht zu lesen',
      text: 'Was gesendet wurde, kam unvollständig oder in einer Form an, die diese Seite nicht annimmt. Es wurde nichts geändert. Bitte gehen Sie zurück und senden Sie es noch einmal.',
    },
    away: {
      title: 'Die Datenbank ist gerade nicht erreichbar',
      text: 'Es wurde nichts geändert, was nicht schon gespeichert war. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
    },
    broken: {
      title: 'Da ist etwas schiefgegangen',
      text: 'Der Fehler liegt bei uns und wurde protokolliert. Bitte versuchen Sie es in einem Augenblick noch einmal.',
    },
  },
};

export type ConsoleTexts = typeof de;

const en: ConsoleTexts = {
  product: 'Rücklauf',
  skip: 'Skip to content',
  mainNavigation: 'Main sections',
  breadcrumbs: 'You are here',
  nav: { surveys: 'Surveys', lists: 'Lists', pace: 'Pace', inbox: 'Inbox' },
  signedInAs: (name) => `Signed in as ${name}`,
  signOut: 'Sign out',
  account: 'Account',
  otherLanguage: 'Deutsch',
  otherLanguageHint: 'Auf Deutsch umschalten',
  confirm: { title: 'Please confirm', no: 'Back' },
  live: 'Updates by itself',
  optional: 'optional',
  none: 'none',
  notice: { success: 'Done', info: 'Note', warning: 'Attention', error: 'Error' },
  errorSummary: (n) => (n === 1 ? 'Please check one entry' : `Please check ${String(n)} entries`),
  pages: { label: 'Pages', previous: 'Back', next: 'Next', first: 'To the start' },
  signIn: {
    title: 'Sign in',
    lead: 'Surveys by mail, reminders only to those who have not answered, and a response rate you can trust.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    trial: 'First start? The address and password stand once in the terminal in which Rücklauf was started.',
    wrong: 'The address or the password is wrong.',
    busy: 'Very many people are signing in right now. Please try again in a few seconds.',
    wait: (minutes) =>
      `Too many attempts. Please wait ${minutes === 1 ? 'one minute' : `${String(minutes)} minutes`} and try again.`,
  },
  errors: {
    home: 'To the overview',
    notFound: {
      title: 'There is nothing here',
      text: 'This address leads to no page. What stood there may have been deleted.',
    },
    forbidden: {
      title: 'That was not allowed',
      text: 'The request did not come from a page of this console. Please open the form here again and send it once more.',
    },
    refused: {
      title: 'That did not work',
      text: 'The request was understood but could not be carried out like this. Nothing was changed.',
    },
    tooLarge: {
      title: 'That is too large',
      text: 'What was sent is larger than this page takes. Nothing was changed. Please go back and shorten or divide it.',
    },
    unreadable: {
      title: 'That could not be read',
      text: 'What was sent arrived incomplete or in a form this page does not take. Nothing was changed. Please go back and send it once more.',
    },
    away: {
      title: 'The database cannot be reached at present',
      text: 'Nothing was changed that had not been saved before. Please try again in a few seconds.',
    },
    broken: {
      title: 'Something went wrong',
      text: 'The fault is ours and has been logged. Please try again in a moment.',
    },
  },
};

/** The texts every console page shares; a feature's own stand beside its pages. */
export function consoleTexts(locale: ConsoleLocale): ConsoleTexts {
  return locale === 'de' ? de : en;
}

const germanByCode: Record<string, string> = {
  'survey.closed': 'Die Umfrage ist beendet.',
  'survey.not_published': 'Die Umfrage ist noch nicht veröffentlicht.',
  'survey.unchanged': 'Der Fragebogen ist schon genau so veröffentlicht.',
  'survey.fixed':
    'Die Vertraulichkeit steht seit der Veröffentlichung fest, und Sprachen können nur dazukommen.',
  'survey.wrong_state': 'Das geht im jetzigen Stand der Umfrage nicht. Bitte laden Sie die Seite neu.',
  'wave.after_closing': 'Der Versand läge nach dem Teilnahmeschluss.',
  'wave.in_the_past': 'Ein geplanter Versand läge dann in der Vergangenheit.',
  'wave.wrong_state': 'Das geht im jetzigen Stand des Versands nicht. Bitte laden Sie die Seite neu.',
  'message.not_uncertain': 'Über diese Mail ist schon entschieden.',
  'responses.too_few':
    'Die Umfrage verspricht, dass niemand zu erkennen ist: Antworten werden erst gezeigt, wenn zehn eingegangen sind, oder nach Teilnahmeschluss, wenn es mindestens fünf sind.',
  'statistics.not_by': 'Nach diesem Merkmal wird in dieser Umfrage nicht gezählt.',
  'texts.with_answers': 'Die freien Texte dieser Umfrage stehen bei den Antworten.',
  'import.too_large': 'Die Datei ist größer als 512 MB.',
  'list.being_emptied':
    'Der Verteiler wird gerade geleert. Laden Sie die Datei hoch, sobald das fertig ist; der Verteiler zeigt, wie weit es ist.',
  'import.file_gone': 'Die Datei wurde schon übernommen oder wird nicht mehr aufbewahrt.',
  'segment.in_use':
    'Eine Versandstufe oder eine Umfrage nutzt diese Auswahl noch; sie kann nicht gelöscht werden. Bei Umfragen tragen Sie sie unter „Teilnehmende“ aus.',
  'segment.name_taken': 'Auf diesem Verteiler gibt es schon eine Auswahl dieses Namens.',
  'request.too_many': 'Das waren zu viele Anfragen in einer Minute. Bitte warten Sie einen Augenblick.',
  'service.busy': 'Gerade ist viel los. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
  'sending.not_held':
    'Hier ist nichts mehr freizugeben; vielleicht hat das gerade jemand anders getan. Bitte laden Sie die Seite neu.',
  'staff.exists': 'Zu dieser Adresse gibt es schon ein Konto.',
  'staff.last': 'Sonst kann sich niemand anmelden: Dieses Konto lässt sich weder sperren noch entfernen.',
};

/** What a domain error says to staff: translated by its code where we know it, in English otherwise. */
export function errorText(locale: ConsoleLocale, error: DomainError): string {
  if (locale === 'en') return error.message;
  const problems = error.problems.map(({ message }) => problemInWords(message, locale));
  return (
    germanByCode[error.code] ??
    (problems.length > 0 ? problems.join(' ') : problemInWords(error.message, locale))
  );
}
