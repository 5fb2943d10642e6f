/** The languages the statement is written in; others read it in English. */
export type StatementLanguage = 'de' | 'en';

interface StatementTexts {
  title: string;
  lead: string;
  standardTitle: string;
  standard: string;
  testedTitle: string;
  tested: string[];
  limitsTitle: string;
  limits: string[];
  complainTitle: string;
  complainToSender: string;
  complainToOperator: string;
  answer: string;
  dated: (date: string) => string;
}

/** Day on which the pages were last held against the standard. */
export const statementDate = '2026-11-24';

export const statementTexts: Record<StatementLanguage, StatementTexts> = {
  de: {
    title: 'Erklärung zur Barrierefreiheit',
    lead: 'Diese Umfrageseiten sollen alle beantworten können: mit Tastatur, Vorlesesoftware, starker Vergrößerung, eigenen Farben und auch ohne JavaScript.',
    standardTitle: 'Stand der Vereinbarkeit',
    standard:
      'Die Seiten sind nach unserer eigenen Prüfung mit den Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA, und damit mit Kapitel 9 der EN 301 549 V3.2.1 weitgehend vereinbar. Eine Prüfung durch eine unabhängige Stelle oder mit Menschen, die auf Hilfsmittel angewiesen sind, gab es noch nicht.',
    testedTitle: 'So prüfen wir',
    tested: [
      'Bei jeder Änderung: jede Art von Frage mit axe-core, hell und dunkel, mit und ohne Fehlermeldungen.',
      'Jede Art von Frage nur mit der Tastatur beantwortet und abgesendet, mit und ohne JavaScript, in Chromium.',
      'Bei 320 Pixeln Breite (400 % Vergrößerung) ohne seitliches Scrollen, von rechts nach links und mit erzwungenen Farben.',
    ],
    limitsTitle: 'Was noch nicht oder nur eingeschränkt geht',
    limits: [
      'Texte und Bilder einer Umfrage stammen von ihrem Absender. Ob sie verständlich und Bildtexte treffend sind, prüfen wir nicht.',
      'Die Felder für Datum und Uhrzeit sind die des Browsers und so zugänglich wie er.',

      'Seiten in Gebärdensprache und Leichter Sprache gibt es nicht.',
      'Mit Vorlesesoftware haben wir noch nicht in allen gängigen Kombinationen getestet.',
    ],
    complainTitle: 'Eine Hürde melden',
    complainToSender:
      'Am besten schreiben Sie dem Absender der Umfrage: Seine Adresse steht unten auf jeder Seite der Umfrage und in der Mail, mit der Sie eingeladen wurden. Dort können Sie auch auf anderem Weg teilnehmen.',
    complainToOperator: 'Den Betreiber dieser Seiten erreichen Sie unter',
    answer:
      'Hilft Ihnen die Antwort nicht, können Sie sich bei öffentlichen Stellen an die Schlichtungs- oder Durchsetzungsstelle wenden, die in deren eigener Erklärung zur Barrierefreiheit genannt ist.',
    dated: (date) => `Stand: ${date}`,
  },
  en: {
    title: 'Accessibility statement',
    lead: 'Everybody should be able to answer on these survey pages: by keyboard, with a screen reader, greatly enlarged, in their own colours, and without JavaScript.',
    standardTitle: 'Conformance',
    standard:
      'By our own assessment these pages largely conform to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and thereby to chapter 9 of EN 301 549 V3.2.1. They have not yet been assessed by an independent body or with people who rely on assistive technology.',
    testedTitle: 'How we check',
    tested: [
      'With every change: every kind of question with axe-core, light and dark, with and without error messages.',
      'Every kind of question answered and submitted by keyboard alone, with and without JavaScript, in Chromium.',
      'At a width of 320 pixels (400 % zoom) without sideways scrolling, from right to left, and in forced colours.',
    ],
    limitsTitle: 'What does not work yet, or only in part',
    limits: [
      'Texts and pictures of a survey come from its sender. We do not check whether they are easy to understand and described well.',
      'Fields for dates and times are those of the browser and as accessible as it is.',

      'There are no pages in sign language or easy read.',
      'We have not yet tested all common combinations of browsers and screen readers.',
    ],
    complainTitle: 'Report a barrier',
    complainToSender:
      'It is best to write to the sender of the survey: the address is at the foot of every page of the survey and in the mail that invited you. You can also ask there to take part in another way.',
    complainToOperator: 'The operator of these pages can be reached at',
    answer:
      'If the answer does not help you, public bodies name in their own accessibility statement whom to turn to next.',
    dated: (date) => `As of ${date}`,
  },
};
