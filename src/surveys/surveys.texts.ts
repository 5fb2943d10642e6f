import type { ConsoleLocale } from '../common/locale.js';

const de = {
  title: 'Umfragen',
  lead: 'Jede Umfrage hat einen Fragebogen, einen Teilnahmeschluss und Menschen, die Sie dazu einladen.',
  new: 'Neue Umfrage',
  newFromFile: 'Neue Umfrage aus Datei',
  emptyTitle: 'Noch keine Umfrage',
  emptyText:
    'Legen Sie eine Umfrage an: Titel, Teilnahmeschluss und Absender genügen. Die Fragen bauen Sie danach im Editor.',
  columns: {
    title: 'Umfrage',
    state: 'Stand',
    closes: 'Teilnahmeschluss',
    languages: 'Sprachen',
    progress: 'Rücklauf',
  },
  phases: { draft: 'Entwurf', open: 'Läuft', ended: 'Frist abgelaufen', closed: 'Beendet' },
  privacy: {
    identified: 'Namentlich',
    pseudonymous: 'Pseudonym',
    anonymous: 'Anonym',
  } as Record<string, string>,
  tabs: {
    label: 'Bereiche der Umfrage',
    overview: 'Übersicht',
    questionnaire: 'Fragebogen',
    participants: 'Teilnehmende',
    waves: 'Versand',
    openLink: 'Offener Link',
    settings: 'Einstellungen',
  },
  closesAt: (when: string) => `Teilnahmeschluss ${when}`,
  closedAt: (when: string) => `Teilnahmeschluss war ${when}`,
  kinds: { invitation: 'Einladung', reminder: 'Erinnerung' },
};

const en: typeof de = {
  title: 'Surveys',
  lead: 'Each survey has a questionnaire, a closing date and people you invite to it.',
  new: 'New survey',
  newFromFile: 'New survey from a file',
  emptyTitle: 'No survey yet',
  emptyText:
    'Create one: a title, a closing date and a sender are enough. You then build the questions in the editor.',
  columns: {
    title: 'Survey',
    state: 'State',
    closes: 'Closing date',
    languages: 'Languages',
    progress: 'Response',
  },
  phases: { draft: 'Draft', open: 'Running', ended: 'Past closing date', closed: 'Closed' },
  privacy: { identified: 'Identified', pseudonymous: 'Pseudonymous', anonymous: 'Anonymous' },
  tabs: {
    label: 'Parts of the survey',
    overview: 'Overview',
    questionnaire: 'Questionnaire',
    participants: 'Participants',
    waves: 'Mailings',
    openLink: 'Open link',
    settings: 'Settings',
  },
  closesAt: (when) => `Closes ${when}`,
  closedAt: (when) => `Closed ${when}`,
  kinds: { invitation: 'Invitation', reminder: 'Reminder' },
};

export function surveysTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
