import type { ConsoleLocale, Locale } from '../common/locale.js';
import type { LetterWarningCode } from '../mail/letter-warnings.js';

interface Texts {
  title: string;
  hint: string;
  languages: Record<Locale, string>;
  subject: string;
  body: string;
  template: string;
  fill: (language: string) => string;
  fields: string;
  fieldMeanings: Record<string, string>;
  markdown: string;
  markdownHint: string;
  markdownRows: [string, string][];
  preview: string;
  previewHint: string;
  person: string;
  sample: string;
  language: string;
  ofPerson: string;
  width: string;
  widths: { phone: string; desktop: string };
  part: string;
  parts: { html: string; text: string };
  show: string;
  subjectIs: string;
  from: string;
  problems: string;
  warnings: string;
  noWarnings: string;
  hintLabel: string;
  warningTexts: Record<LetterWarningCode, (about: string) => string>;
  rewrite: {
    open: string;
    title: string;
    reach: (waiting: number | null, gone: number) => string;
    submit: string;
    saved: (waiting: number | null, gone: number) => string;
    back: string;
  };
}

const de: Texts = {
  title: 'Text der Mail',
  hint: 'Ein leeres Feld bekommt den Text der Vorlage. Zeile für Zeile bleibt, wie Sie schreiben; eine Leerzeile beginnt einen Absatz.',
  languages: { de: 'Deutsch', en: 'Englisch', fr: 'Französisch', pl: 'Polnisch', nl: 'Niederländisch' },
  subject: 'Betreff',
  body: 'Text',
  template: 'Vorlage ansehen',
  fill: (language) => `Mit der Vorlage beginnen (${language})`,
  fields: 'Platzhalter und was sie bedeuten',
  fieldMeanings: {
    greeting: 'Anrede mit Namen, ohne Komma: „Sehr geehrte Frau Berg“. Fehlt sie, steht sie von selbst oben.',
    name: 'Name, wie er im Verteiler steht; bei manchen leer',
    link: 'Persönlicher Link. Allein in einem Absatz wird er zum Kasten mit Frist und Schaltfläche.',
    unsubscribeLink: 'Link zum Abmelden vom Verteiler; unten steht er immer',
    declineLink: 'Link, mit dem jemand diesmal absagt',
    snoozeLink: 'Link, mit dem sich jemand später erinnern lässt',
    surveyTitle: 'Titel der Umfrage',
    closingDate: 'Teilnahmeschluss, ausgeschrieben',
    minutes: 'Zeitbedarf in Minuten, als Zahl',
    senderName: 'Absender',
  },
  markdown: 'So gestalten Sie den Text',
  markdownHint: 'Was Sie nicht brauchen, lassen Sie weg: Auch einfacher Text ist eine gute Mail.',
  markdownRows: [
    ['**wichtig**', 'fett'],
    ['*betont*', 'kursiv'],
    ['## Überschrift', 'Zwischenüberschrift'],
    ['- Punkt', 'Liste; nummeriert mit 1. und 2.'],
    ['[Worte](https://…)', 'Link'],
    ['[Zur Umfrage]({{link}})', 'Link zur Umfrage mit eigenen Worten'],
    ['> Satz', 'Zitat'],
    ['---', 'Trennlinie'],
  ],
  preview: 'Vorschau',
  previewHint: 'Der persönliche Link und die Abmeldung führen in der Vorschau ins Leere.',
  person: 'Ansehen für',
  sample: 'Kim Beispiel (erfunden)',
  language: 'Sprache',
  ofPerson: 'Sprache der Person',
  width: 'Breite',
  widths: { phone: 'Telefon', desktop: 'Schreibtisch' },
  part: 'Fassung',
  parts: { html: 'Gestaltet', text: 'Reiner Text' },
  show: 'Vorschau erneuern',
  subjectIs: 'Betreff',
  from: 'Von',
  problems: 'So lässt sich die Mail nicht schreiben',
  warnings: 'Bitte noch einmal ansehen',
  noWarnings: 'Nichts auffällig.',
  hintLabel: 'Hinweis',
  warningTexts: {
    subject_long: (n) => `Der Betreff hat ${n} Zeichen; ab 70 schneiden viele Programme ihn ab.`,
    subject_capitals: () => 'Der Betreff steht großenteils in Großbuchstaben; das sieht nach Werbung aus.',
    subject_exclamations: () => 'Mehr als ein Ausrufezeichen im Betreff sieht nach Werbung aus.',
    body_exclamations: () => 'Mehr als ein Ausrufezeichen im Text wirkt laut.',
    closing_date_missing: () => 'Der Teilnahmeschluss fehlt.',
    closing_date_not_in_text: () =>
      'Der Text nennt keinen Teilnahmeschluss ({{closingDate}}); er steht nur im Kasten über der Schaltfläche.',
    link_missing: () => 'Der persönliche Link fehlt.',
    link_not_in_text: () =>
      'Der Link steht nicht im Text; die Schaltfläche folgt deshalb erst nach seinem Ende, unter Ihrem Gruß. Eine Zeile nur mit {{link}} setzt sie an ihren Platz.',
    link_in_sentence: () =>
      'Der Link steht nur mitten im Satz. Ein Absatz nur mit {{link}} macht daraus die Schaltfläche; so folgt sie erst nach dem Text.',
    nameless: (n) =>
      n === '1'
        ? 'Von einer Person ist kein Name bekannt: Wo {{name}} steht, bleibt bei ihr eine Lücke. {{greeting}} passt immer.'
        : `Von ${n} Personen ist kein Name bekannt: Wo {{name}} steht, bleibt bei ihnen eine Lücke. {{greeting}} passt immer.`,
    greeted_twice: () =>
      'Der Text grüßt selbst, aber ohne {{greeting}}; darüber steht dann noch eine Anrede.',
    foreign_link: (host) => `Ein Link führt zu ${host}; fremde Adressen machen Spamfilter misstrauisch.`,
    plain_http: (url) => `${url} ist nicht verschlüsselt; besser mit https://.`,
    language_missing: () => 'Hier gilt die Vorlage, während die andere Sprache eigene Worte hat.',
  },
  rewrite: {
    open: 'Text ändern',
    title: 'Text ändern',
    reach: (waiting, gone) =>
      waiting === null
        ? 'Noch ist keine Mail vorbereitet: Alle bekommen den neuen Text.'
        : `Den neuen Text bekommen ${mails(waiting)}, die noch nicht hinaus sind. ${
            gone === 0
              ? 'Mit dem bisherigen ist keine hinausgegangen.'
              : `Mit dem bisherigen gingen hinaus: ${mails(gone)}.`
          }`,
    submit: 'Neuen Text übernehmen',
    saved: (waiting, gone) =>
      waiting === null
        ? 'Der neue Text gilt für alle Mails dieser Versandstufe.'
        : `Der neue Text gilt für ${mails(waiting)}; mit dem bisherigen gingen hinaus: ${mails(gone)}.`,
    back: 'Zurück ohne Änderung',
  },
};

const en: Texts = {
  title: 'Text of the mail',
  hint: 'An empty field gets the text of the template. Line by line stays as you write it; an empty line begins a paragraph.',
  languages: { de: 'German', en: 'English', fr: 'French', pl: 'Polish', nl: 'Dutch' },
  subject: 'Subject',
  body: 'Text',
  template: 'View template',
  fill: (language) => `Start from the template (${language})`,
  fields: 'Merge fields and what they mean',
  fieldMeanings: {
    greeting: 'Salutation with the name, no comma: “Dear Ms Berg”. Left out, it is put on top.',
    name: 'Name as it stands on the list; empty for some',
    link: 'Personal link. Alone in a paragraph it becomes the box with closing date and button.',
    unsubscribeLink: 'Link to unsubscribe from the list; it always stands at the bottom',
    declineLink: 'Link to decline this time',
    snoozeLink: 'Link to be reminded later',
    surveyTitle: 'Title of the survey',
    closingDate: 'Closing date, written out',
    minutes: 'Time needed in minutes, a number',
    senderName: 'Sender',
  },
  markdown: 'How to format the text',
  markdownHint: 'Leave out what you do not need: simple text makes a good mail too.',
  markdownRows: [
    ['**important**', 'bold'],
    ['*stressed*', 'italic'],
    ['## Heading', 'heading'],
    ['- item', 'list; numbered with 1. and 2.'],
    ['[words](https://…)', 'link'],
    ['[To the survey]({{link}})', 'link to the survey in words of your own'],
    ['> sentence', 'quote'],
    ['---', 'rule'],
  ],
  preview: 'Preview',
  previewHint: 'The personal link and the one to unsubscribe lead nowhere in the preview.',
  person: 'View for',
  sample: 'Kim Beispiel (invented)',
  language: 'Language',
  ofPerson: 'The person’s language',
  width: 'Width',
  widths: { phone: 'Phone', desktop: 'Desktop' },
  part: 'Version',
  parts: { html: 'Designed', text: 'Plain text' },
  show: 'Refresh preview',
  subjectIs: 'Subject',
  from: 'From',
  problems: 'The mail cannot be written like this',
  warnings: 'Please look at this again',
  noWarnings: 'Nothing stands out.',
  hintLabel: 'Hint',
  warningTexts: {
    subject_long: (n) => `The subject has ${n} characters; many programs cut it off at 70.`,
    subject_capitals: () => 'The subject is mostly in capitals; that looks like advertising.',
    subject_exclamations: () => 'More than one exclamation mark in the subject looks like advertising.',
    body_exclamations: () => 'More than one exclamation mark in the text sounds loud.',
    closing_date_missing: () => 'The closing date is missing.',
    closing_date_not_in_text: () =>
      'The text names no closing date ({{closingDate}}); it stands only in the box above the button.',
    link_missing: () => 'The personal link is missing.',
    link_not_in_text: () =>
      'The link is not in the text, so the button follows after its end, below your regards. A line with only {{link}} puts it in its place.',
    link_in_sentence: () =>
      'The link stands only within a sentence. A paragraph with only {{link}} makes it the button; now that follows after the text.',
    nameless: (n) =>
      `${n === '1' ? 'One person has' : `${n} people have`} no name: {{name}} leaves a gap in their mail. {{greeting}} always fits.`,
    greeted_twice: () =>
      'The text greets by itself, but without {{greeting}}; a greeting will stand above it.',
    foreign_link: (host) => `A link leads to ${host}; other addresses make spam filters suspicious.`,
    plain_http: (url) => `${url} is not encrypted; better with https://.`,
    language_missing: () => 'The template is used here, while the other language has words of its own.',
  },
  rewrite: {
    open: 'Change text',
    title: 'Change text',
    reach: (waiting, gone) =>
      waiting === null
        ? 'No mail is prepared yet: everybody gets the new text.'
        : `The new text is for ${mailsEn(waiting)} not yet sent. ${
            gone === 0
              ? 'None has gone out with the present one.'
              : `Gone out with the present one: ${mailsEn(gone)}.`
          }`,
    submit: 'Use the new text',
    saved: (waiting, gone) =>
      waiting === null
        ? 'The new text is for all mails of this wave.'
        : `The new text is for ${mailsEn(waiting)}; gone out with the old one: ${mailsEn(gone)}.`,
    back: 'Back without a change',
  },
};

function mails(n: number): string {
  return n === 1 ? '1 Mail' : `${n.toLocaleString('de')} Mails`;
}

function mailsEn(n: number): string {
  return n === 1 ? '1 mail' : `${n.toLocaleString('en')} mails`;
}

export function letterEditorTexts(locale: ConsoleLocale): Texts {
  return locale === 'de' ? de : en;
}
