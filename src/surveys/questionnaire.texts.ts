import type { ConsoleLocale } from '../common/locale.js';

const de = {
  changedTitle: 'Geändert seit der Veröffentlichung',
  changedText: (number: number) =>
    `Neue Teilnehmende sehen Fassung ${number}. Wer schon begonnen hat, behält auch nach der neuen Veröffentlichung die eigene Fassung.`,
  publishNext: (number: number) => `Fassung ${number} veröffentlichen`,
  draftTitle: 'Bereit zum Veröffentlichen?',
  draftText:
    'Danach können Sie Teilnehmende aufnehmen und einladen. Die Vertraulichkeit steht dann fest, und keine Sprache fällt mehr weg. Den Fragebogen können Sie weiter ändern und als neue Fassung veröffentlichen; Sprachen können dazukommen.',
  missing: (language: string, n: number) =>
    n === 1 ? `Auf ${language} fehlt ein Text` : `Auf ${language} fehlen ${String(n)} Texte`,
  showMissing: 'Im Fragebogen zeigen',
  groups: 'Nach Gruppen zählen: Spalten wählen',
  publish: 'Jetzt veröffentlichen',
  published: 'Die Umfrage ist veröffentlicht.',
  senderRejected: (problem: string) =>
    `Achtung: Der Mailserver lehnt ihre Absenderadresse ab (${problem}). Bitte ändern Sie den Absender in den Einstellungen, ehe Sie einladen.`,
  publishedTitle: 'Veröffentlicht',
  publishedOn: (when: string) => `Seit ${when}. Wer einen persönlichen Link hat, kann antworten.`,
  problemsTitle: 'So kann der Fragebogen nicht veröffentlicht werden',
  edit: 'Fragebogen bearbeiten',
  duplicate: 'Umfrage duplizieren',
  preview: 'Fragebogen ansehen',
  minutes: (n: number) => `etwa ${String(n)} ${n === 1 ? 'Minute' : 'Minuten'}`,
  questions: (n: number) => (n === 1 ? '1 Frage' : `${String(n)} Fragen`),
  pages: (n: number) => (n === 1 ? '1 Seite' : `${String(n)} Seiten`),
  page: (n: number) => `Seite ${String(n)}`,
  required: 'Pflicht',
  source: 'SurveyJS-JSON ansehen',
  close: 'Umfrage beenden',
  closeConfirm:
    'Danach kann niemand mehr antworten, und es geht keine Mail mehr hinaus. Sie können die Umfrage bis zum Teilnahmeschluss wieder öffnen.',
  closed: 'Die Umfrage ist beendet.',
  closedTitle: 'Beendet',
  closedText: 'Niemand kann antworten, es geht keine Mail hinaus.',
  reopen: 'Wieder öffnen',
  reopened: 'Die Umfrage nimmt wieder Antworten an.',
};

const en: typeof de = {
  changedTitle: 'Changed since it was published',
  changedText: (number: number) =>
    `New participants see version ${number}. Whoever has begun keeps their version, also after the next one is published.`,
  publishNext: (number: number) => `Publish version ${number}`,
  draftTitle: 'Ready to publish?',
  draftText:
    'After that you can add participants and invite them. Confidentiality is fixed from then on, and no language can be taken away. You can still change the questionnaire and publish it as a new version; languages can be added.',
  missing: (language, n) =>
    n === 1 ? `One text is missing in ${language}` : `${String(n)} texts are missing in ${language}`,
  showMissing: 'Show in the questionnaire',
  groups: 'Count by group: choose columns',
  publish: 'Publish now',
  published: 'The survey is published.',
  senderRejected: (problem) =>
    `But the mail server rejects its sender address (${problem}). Please change the sender under settings before you invite anybody.`,
  publishedTitle: 'Published',
  publishedOn: (when) => `Since ${when}. Whoever has a personal link can answer.`,
  problemsTitle: 'The questionnaire cannot be published like this',
  edit: 'Edit questionnaire',
  duplicate: 'Duplicate survey',
  preview: 'View questionnaire',
  minutes: (n) => `about ${String(n)} ${n === 1 ? 'minute' : 'minutes'}`,
  questions: (n) => (n === 1 ? '1 question' : `${String(n)} questions`),
  pages: (n) => (n === 1 ? '1 page' : `${String(n)} pages`),
  page: (n) => `Page ${String(n)}`,
  required: 'required',
  source: 'View SurveyJS JSON',
  close: 'Close survey',
  closeConfirm:
    'After that nobody can answer and no mail goes out. You can reopen the survey until its closing date.',
  closed: 'The survey is closed.',
  closedTitle: 'Closed',
  closedText: 'Nobody can answer, no mail goes out.',
  reopen: 'Reopen',
  reopened: 'The survey takes answers again.',
};

/** The page of the questionnaire: read it, publish it, end the survey. */
export function questionnaireTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
