import type { ConsoleLocale } from '../common/locale.js';

const de = {
  title: 'Versandzeiten und Rücksicht',
  hours: 'Wann dürfen Mails hinausgehen?',
  hoursHint: 'Ein Versand, der an das Ende kommt, geht am nächsten erlaubten Tag von selbst weiter.',
  window: 'Nur zu bestimmten Zeiten',
  always: 'Zu jeder Zeit',
  from: 'Von',
  to: 'Bis',
  days: 'Wochentage',
  holidays: 'Feiertage, an denen der Versand ruht',
  noHolidays: 'keine',
  whole: (country: string) => `${country}, landesweit`,
  countries: {
    DE: 'Deutschland',
    AT: 'Österreich',
    CH: 'Schweiz',
    FR: 'Frankreich',
    NL: 'Niederlande',
    PL: 'Polen',
    BE: 'Belgien',
    LU: 'Luxemburg',
    GB: 'Vereinigtes Königreich',
  },
  gapDays: 'Tage zwischen zwei Mails an dieselbe Person',
  gapDaysHint: 'Üblich sind mindestens 3.',
  mostReminders: 'Höchstens so viele Erinnerungen je Person',
  mostRemindersHint:
    'Nach veröffentlichten Untersuchungen bringen die erste, zweite und dritte Erinnerung etwa 11, 4 und 2,5 Prozentpunkte; bei der dritten melden sich mehr Menschen ab. Darüber hinaus geht es nur mit Begründung.',
  errors: {
    time: 'Bitte geben Sie eine Uhrzeit an, zum Beispiel 07:00.',
    from: 'Bitte geben Sie eine Uhrzeit an, zum Beispiel 07:00.',
    to: 'Das Ende muss nach dem Anfang liegen.',
    days: 'Bitte wählen Sie mindestens einen Tag.',
    holidays: 'Diese Region kennen wir nicht.',
    gapDays: 'Bitte geben Sie eine Zahl von 0 bis 60 an.',
    mostReminders: 'Bitte geben Sie eine Zahl von 0 bis 10 an.',
  },
  move: {
    title: 'Was sich mit dem Teilnahmeschluss verschiebt',
    lead: (from: string, to: string) => `Bisher: ${from}. Neu: ${to}. Noch ist nichts gespeichert.`,
    caption: 'Geplante Stufen',
    stage: 'Stufe',
    before: 'Bisher',
    after: 'Künftig',
    stays: 'bleibt',
    problems: {
      after_closing: 'fiele hinter den Teilnahmeschluss',
      in_the_past: 'wäre schon vorbei',
    },
    refused:
      'So kann es nicht gespeichert werden: Brechen Sie die genannten Stufen ab oder verlegen Sie sie, oder wählen Sie einen anderen Teilnahmeschluss.',
    letters:
      'Mails, die noch nicht hinausgegangen sind, nennen den neuen Teilnahmeschluss. Persönliche Links gelten bis dahin.',
    reopens: 'Die Umfrage nimmt damit wieder Antworten an.',
    ends: 'Die Umfrage ist damit sofort beendet.',
    confirm: 'So speichern',
    back: 'Zurück zum Formular',
  },
};

const en: typeof de = {
  title: 'Sending hours and consideration',
  hours: 'When may mails go out?',
  hoursHint: 'A mailing that meets the end goes on by itself on the next day that is allowed.',
  window: 'Only at certain times',
  always: 'At any time',
  from: 'From',
  to: 'To',
  days: 'Days of the week',
  holidays: 'Public holidays on which nothing goes out',
  noHolidays: 'none',
  whole: (country) => `${country}, the whole country`,
  countries: {
    DE: 'Germany',
    AT: 'Austria',
    CH: 'Switzerland',
    FR: 'France',
    NL: 'Netherlands',
    PL: 'Poland',
    BE: 'Belgium',
    LU: 'Luxembourg',
    GB: 'United Kingdom',
  },
  gapDays: 'Days between two mails to the same person',
  gapDaysHint: 'At least 3 are usual.',
  mostReminders: 'At most so many reminders for each person',
  mostRemindersHint:
    'By published research the first, second and third reminder bring about 11, 4 and 2.5 percentage points; with the third more people unsubscribe. Going beyond takes a reason.',
  errors: {
    time: 'Please enter a time of day, for example 07:00.',
    from: 'Please enter a time of day, for example 07:00.',
    to: 'The end has to be after the beginning.',
    days: 'Please choose at least one day.',
    holidays: 'We do not know this region.',
    gapDays: 'Please enter a number from 0 to 60.',
    mostReminders: 'Please enter a number from 0 to 10.',
  },
  move: {
    title: 'What moves with the closing date',
    lead: (from, to) => `Until now: ${from}. New: ${to}. Nothing is saved yet.`,
    caption: 'Planned stages',
    stage: 'Stage',
    before: 'Until now',
    after: 'From now on',
    stays: 'stays',
    problems: {
      after_closing: 'would fall after the closing date',
      in_the_past: 'would be past already',
    },
    refused:
      'It cannot be saved like this: cancel or move the stages named above, or choose another closing date.',
    letters: 'Mails that have not gone out yet name the new closing date. Personal links work until then.',
    reopens: 'The survey takes answers again.',
    ends: 'The survey ends at once.',
    confirm: 'Save',
    back: 'Back to the form',
  },
};

export type SendingHoursTexts = typeof de;

export function sendingHoursTexts(locale: ConsoleLocale): SendingHoursTexts {
  return locale === 'de' ? de : en;
}
