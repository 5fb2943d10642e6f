import { InvalidInput } from '../common/errors.js';
import type { Locale } from '../common/locale.js';
import { isQuestionField, questionPlaceProblems } from './letter-question.js';
import { readMarkdown } from './letter-markdown.js';
import { fieldProblems, linkFields, mergeFields } from './merge-fields.js';

/** What a letter is for; a wave sends the first two, a completed response brings the third. */
export type LetterKind = 'invitation' | 'reminder' | 'thank_you';

/**
 * The part of a letter that staff may write themselves: the subject as plain text, the body in Markdown,
 * both with merge fields. Paragraphs are parted by blank lines. A paragraph that is nothing but `{{link}}` is the place of closing date, button
 * and link; without one they follow the text.
 */
export interface LetterText {
  subject: string;
  body: string;
}

const SUBJECT_LIMIT = 200;
const BODY_LIMIT = 20_000;
const subjectFields = mergeFields.filter((field) => !linkFields.includes(field));

/**
 * Refuses a text that could not become a letter.
 * @throws InvalidInput with path `subject` or `body`: empty, too long, a field outside the closed set, a
 *   picture, or a link that leads to no web or mail address
 */
export function checkLetterText(text: LetterText): void {
  const problems = [
    ...lengthProblems('subject', text.subject, SUBJECT_LIMIT),
    ...fieldProblems('subject', text.subject, subjectFields),
    ...lengthProblems('body', text.body, BODY_LIMIT),
    ...fieldProblems('body', text.body, mergeFields, isQuestionField),
    ...questionPlaceProblems(text.body),
    ...(text.body.length > BODY_LIMIT ? [] : readMarkdown(text.body).problems),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
}

/** The text a letter has when nobody wrote another. */
export function defaultLetterText(kind: LetterKind, locale: Locale): LetterText {
  return texts[locale][kind];
}

function lengthProblems(path: string, text: string, limit: number) {
  if (text.trim() === '') return [{ path, message: 'must not be empty' }];
  if (text.length > limit) return [{ path, message: `must not be longer than ${limit} characters` }];
  return [];
}

const texts: Record<Locale, Record<LetterKind, LetterText>> = {
  de: {
    invitation: {
      subject: 'Einladung zur Umfrage: {{surveyTitle}}',
      body: `{{greeting}},

wir laden Sie herzlich ein, an unserer Umfrage „{{surveyTitle}}“ teilzunehmen. Was Sie erleben, was Sie brauchen und was Sie von uns erwarten, wissen Sie selbst am besten. Ihre Antworten helfen uns, unsere Arbeit danach auszurichten.

Die Teilnahme ist freiwillig. Ihr persönlicher Link führt Sie unmittelbar zum Fragebogen, eine Anmeldung ist nicht nötig.

{{link}}

Für Ihre Zeit und Ihre Unterstützung danken wir Ihnen sehr.

Mit freundlichen Grüßen
{{senderName}}`,
    },
    reminder: {
      subject: 'Erinnerung: {{surveyTitle}}',
      body: `{{greeting}},

vor Kurzem haben wir Sie zu unserer Umfrage „{{surveyTitle}}“ eingeladen. Noch haben Sie Gelegenheit, sich zu beteiligen. Jede Antwort macht das Bild vollständiger; auch Ihre Sicht ist uns wichtig.

{{link}}

Falls Sie den Fragebogen soeben abgeschickt haben, betrachten Sie diese Erinnerung bitte als erledigt. Haben Sie vielen Dank.

Mit freundlichen Grüßen
{{senderName}}`,
    },
    thank_you: {
      subject: 'Vielen Dank für Ihre Teilnahme: {{surveyTitle}}',
      body: `{{greeting}},

haben Sie vielen Dank, dass Sie an unserer Umfrage „{{surveyTitle}}“ teilgenommen haben. Ihre Antworten sind vollständig bei uns eingegangen. Sie brauchen nichts weiter zu tun.

Wie es weitergeht: Die Umfrage läuft bis {{closingDate}}. Danach werten wir alle Antworten gemeinsam aus. Erinnerungen an diese Umfrage erhalten Sie von uns nicht mehr.

Mit freundlichen Grüßen
{{senderName}}`,
    },
  },
  en: {
    invitation: {
      subject: 'Invitation to our survey: {{surveyTitle}}',
      body: `{{greeting}},

We would like to invite you to take part in our survey “{{surveyTitle}}”. You know best what you experience, what you need and what you expect of us. Your answers help us to shape our work accordingly.

Taking part is voluntary. Your personal link leads straight to the questionnaire; there is nothing to sign up for.

{{link}}

Thank you very much for your time and your support.

Yours sincerely
{{senderName}}`,
    },
    reminder: {
      subject: 'Reminder: {{surveyTitle}}',
      body: `{{greeting}},

We recently invited you to our survey “{{surveyTitle}}”. There is still time to take part. Every answer makes the picture more complete, and your view matters to us.

{{link}}

If you have just sent in the questionnaire, please disregard this reminder. Thank you very much.

Yours sincerely
{{senderName}}`,
    },
    thank_you: {
      subject: 'Thank you for taking part: {{surveyTitle}}',
      body: `{{greeting}},

Thank you very much for taking part in our survey “{{surveyTitle}}”. Your answers have reached us in full. There is nothing more for you to do.

What happens next: the survey is open until {{closingDate}}. After that we will evaluate all answers together. You will not receive any more reminders of this survey from us.

Yours sincerely
{{senderName}}`,
    },
  },
};
