import type { Locale } from '../../src/common/locale.js';
import { locales } from '../../src/common/locale.js';
import { compileLetter, fillLetter, type PersonFields } from '../../src/composer/letter.js';
import type { LetterFacts } from '../../src/composer/letter-facts.js';
import { type LetterKind, letterKinds, type LetterText } from '../../src/composer/letter-text.js';

const elevenSteps = {
  name: 'nps',
  title: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
  ends: '0 = unwahrscheinlich, 10 = sehr wahrscheinlich',
  isScale: true,
  choices: Array.from({ length: 11 }, (_, step) => ({ value: String(step), text: String(step) })),
};

const threeAnswers = {
  name: 'come',
  title: 'Kommen Sie zum Jahrestreffen?',
  ends: null,
  isScale: false,
  choices: ['Ja, gern und mit jemandem, der noch nie dabei war', 'Nein', 'Das weiß ich noch nicht'].map(
    (text, index) => ({ value: String(index), text }),
  ),
};

export const sampleFacts: LetterFacts = {
  surveyTitle: 'Was wir von unseren Städtepartnerschaften erwarten',
  senderName: 'Netzwerkbüro',
  senderEmail: 'netz@example.org',
  senderAddress: 'Marktplatz 1\n40213 Düsseldorf',
  closingDate: 'Freitag, 12. November 2027, 23:59 Uhr',
  closingDay: 'Freitag, 12. November',
  daysLeft: 3,
  minutes: 6,
  privacy: 'identified',
  textsStayWithAnswers: false,
  answersMayChange: true,
  privacyUrl: 'https://example.org/datenschutz',
  imprintUrl: 'https://example.org/impressum',
  questions: new Map([elevenSteps, threeAnswers].map((question) => [question.name, question])),
};

export const samplePerson: PersonFields = {
  name: 'Anna Berg',
  greeting: 'Sehr geehrte Frau Berg',
  link: 'https://u.example.org/u/MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw',
  declineLink: 'https://u.example.org/u/MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw/decline',
  snoozeLink: 'https://u.example.org/u/MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw/snooze',
  unsubscribeLink: 'https://u.example.org/unsubscribe/MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3',
};

const everything = `## Überblick

bitte **machen** Sie mit, siehe [unser Programm](https://example.org/programm).

#### Eine Frage

{{question:nps}}

# Danach

1. ein Punkt
2. zweitens

> Ein Zitat.

---

مرحبا بكم في الاستطلاع.

{{link}}

Mit freundlichen Grüßen
{{senderName}}`;

const choices = '{{greeting}},\n\n{{question:come}}\n\n{{link}}';

interface SampleLetter {
  name: string;
  kind: LetterKind;
  locale: Locale;
  text: LetterText | null;
}

/** The template's letters in all languages, and letters of one's own that hold whatever a letter can. */
export const sampleLetters: readonly SampleLetter[] = [
  ...letterKinds.flatMap((kind) =>
    locales.map((locale) => ({ name: `${kind} in ${locale}`, kind, locale, text: null })),
  ),
  ...[
    { name: 'letter with all of Markdown and a scale', body: everything },
    { name: 'letter with a choice', body: choices },
  ].map(({ name, body }) => ({
    name,
    kind: 'invitation' as const,
    locale: 'de' as const,
    text: { subject: 'Betreff', body },
  })),
];

/** The HTML of a letter as one person gets it. */
export async function sampleHtml({ kind, locale, text }: SampleLetter): Promise<string> {
  return fillLetter(await compileLetter(kind, locale, text, sampleFacts), samplePerson).html;
}
