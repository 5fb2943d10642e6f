import type { ConsoleLocale } from '../common/locale.js';

const de = {
  progress: (accepted: string, total: string) => `${accepted} von ${total} angenommen`,
  settledTogether: (people: string) => `${people} Personen: angeschrieben oder mit Grund übersprungen`,
  underWay: (people: string) =>
    `An ${people} Personen. Die Umfrage ist anonym: Wie viele davon eine Mail bekommen, wird nicht einzeln gezeigt.`,
  notPlanned: 'Die Mails werden zum Termin vorbereitet.',
  notPlannedPaused: 'Noch ist keine Mail vorbereitet.',
  nothingSent: 'Keine Mail wurde vorbereitet.',
  rate: (perSecond: string) => `${perSecond} Mails je Sekunde`,
  ratePerMinute: (n: string) => `${n} Mails je Minute`,
  eta: (when: string) => `fertig gegen ${when}`,
  waitsUntil: (when: string) => `Wartet auf den Termin: ${when}`,
  waitsForWindow: (when: string) => `Mails gehen wieder ab ${when} hinaus.`,
  waitsForPeople: 'Wartet auf Personen, deren Zeit noch kommt.',
  waitsForResume: 'Angehalten: Es geht keine Mail hinaus, bis Sie den Versand fortsetzen.',
  waitsForStaff: (why: string) => `Gestoppt, bis Sie entscheiden: ${why}`,
  waitsForConfirmation:
    'Steht still, bis jemand freigibt, dass die wiederhergestellte Datenbank wieder versendet.',
  waitsForMailServer: (why: string, when: string) =>
    `Der Mailserver nimmt gerade nichts an (${why}). Nächster Versuch: ${when}`,
  waitsForSender: (why: string, when: string) =>
    `Der Mailserver nimmt vom Absender dieser Umfrage nichts an (${why}). Andere Umfragen gehen weiter. Prüfen Sie den Absender in den Einstellungen. Nächster Versuch: ${when}`,
  waitsForLetter: (why: string) =>
    `Gestoppt: Diese Mail lässt sich so nicht verschicken (${why}). Ändern Sie den Text oder fragen Sie die Technik, und setzen Sie den Versand dann fort.`,
  waitsForAttempt: (when: string) => `Nächster Versuch: ${when}`,
  waitsForProvider: (provider: string, pace: string | null) =>
    `Was noch offen ist, wartet auf ${provider}${pace === null ? '' : `: dorthin gehen zurzeit höchstens ${pace}`}.`,
  waitsForPace: (pace: string) => `Das Tempo ist begrenzt: höchstens ${pace}.`,
  inLine: (providers: string) => `Gebremst, andere laufen weiter: ${providers}`,
};

const en: typeof de = {
  progress: (accepted, total) => `${accepted} of ${total} accepted`,
  settledTogether: (people) => `${people} people: written to, or passed over with a reason`,
  underWay: (people) =>
    `To ${people} people. The survey is anonymous: how many of them get a mail is not shown.`,
  notPlanned: 'The mails are prepared when it is due.',
  notPlannedPaused: 'No mail is prepared yet.',
  nothingSent: 'No mail was prepared.',
  rate: (perSecond) => `${perSecond} mails a second`,
  ratePerMinute: (n) => `${n} mails a minute`,
  eta: (when) => `done at about ${when}`,
  waitsUntil: (when) => `Waits until it is due: ${when}`,
  waitsForWindow: (when) => `Mails go out again from ${when}.`,
  waitsForPeople: 'Waits for people whose time is still to come.',
  waitsForResume: 'Paused: no mail goes out until you resume it.',
  waitsForStaff: (why) => `Held until you decide: ${why}`,
  waitsForConfirmation: 'Held until somebody confirms that the restored database may send again.',
  waitsForMailServer: (why, when) =>
    `The mail server takes nothing at present (${why}). Next attempt: ${when}`,
  waitsForSender: (why, when) =>
    `The mail server takes nothing from the sender of this survey (${why}). Other surveys go on. Check the sender under settings. Next attempt: ${when}`,
  waitsForLetter: (why) =>
    `Held: this mail cannot be sent as it is (${why}). Change its text or ask whoever runs the server, then resume.`,
  waitsForAttempt: (when) => `Next attempt: ${when}`,
  waitsForProvider: (provider, pace) =>
    `What is still open waits for ${provider}${pace === null ? '' : `: at most ${pace} go there at present`}.`,
  waitsForPace: (pace) => `The pace is limited: at most ${pace}.`,
  inLine: (providers) => `Slowed down while others go on: ${providers}`,
};

/** How far a wave has come, and what it waits for. */
export function waveProgressTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
