import type { DomainError } from '../common/errors.js';
import type { ConsoleLocale } from '../common/locale.js';
import { problemInWords } from './problem-in-words.js';

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
