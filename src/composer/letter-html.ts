import { directionOf, type Locale } from '../common/locale.js';
import { escapeHtml } from './html-escape.js';
import type { LetterBody } from './letter-body.js';
import { blocksAsHtml } from './letter-body-html.js';
import type { LetterFacts } from './letter-facts.js';
import { letterStyles } from './letter-styles.js';
import { fillTemplate, readTemplate, renderMjml, type TemplateValues } from './letter-template.js';
import type { LetterKind } from './letter-text.js';
import { changesNote, privacySentence, wording } from './letter-wording.js';
import { type Piece, toPieces } from './merge-fields.js';

const templates: Record<LetterKind, string> = {
  invitation: 'invitation.mjml',
  reminder: 'reminder.mjml',
  last_call: 'reminder.mjml',
  thank_you: 'thank-you.mjml',
};

/** The HTML part of a letter; the gaps of the person are left open. */
export async function letterHtml(
  kind: LetterKind,
  locale: Locale,
  body: LetterBody,
  preview: readonly Piece[],
  facts: LetterFacts,
): Promise<Piece[]> {
  const values = { ...templateValues(kind, locale, body, facts), preview: previewAsHtml(preview) };
  const mjml = fillTemplate(readTemplate(templates[kind]), values);
  return toPieces(await renderMjml(mjml), {});
}

function templateValues(
  kind: LetterKind,
  locale: Locale,
  body: LetterBody,
  facts: LetterFacts,
): TemplateValues {
  const words = wording[locale];
  return {
    ...letterStyles,
    lang: locale,
    dir: directionOf(locale),
    title: escapeHtml(facts.surveyTitle),
    senderName: escapeHtml(facts.senderName),
    senderEmail: escapeHtml(facts.senderEmail),
    senderMailto: escapeHtml(encodeURI(facts.senderEmail)),
    senderAddress: facts.senderAddress === null ? null : lines(facts.senderAddress),
    kicker: escapeHtml(words.kicker[kind]),
    surveyTitle: escapeHtml(facts.surveyTitle),
    opening: blocksAsHtml(body.opening, body.values, locale),
    closing: body.closing.length === 0 ? null : blocksAsHtml(body.closing, body.values, locale),
    closingDateLabel: escapeHtml(words.closingDateLabel),
    closingDate: escapeHtml(facts.closingDate),
    durationLabel: escapeHtml(words.durationLabel),
    duration: escapeHtml(words.duration({ minutes: facts.minutes })),
    callLabel: kind === 'thank_you' ? null : escapeHtml(words.callLabel[kind]),
    changesNote: escapeHtml(changesNote(locale, facts)),
    changesLabel: facts.answersMayChange ? escapeHtml(words.changesLabel) : null,
    linkNote: escapeHtml(words.linkNote[facts.privacy]),
    linkFallback: escapeHtml(words.linkFallback),
    privacyNote: escapeHtml(words.privacyNote[privacySentence(facts)]),
    privacyUrl: linkOf(facts.privacyUrl),
    privacyLabel: escapeHtml(words.privacyLabel),
    imprintUrl: linkOf(facts.imprintUrl),
    imprintLabel: escapeHtml(words.imprintLabel),
    choicesNote: kind === 'thank_you' ? null : escapeHtml(words.choicesNote),
    declineLabel: escapeHtml(words.declineLabel),
    snoozeLabel: escapeHtml(words.snoozeLabel),
    unsubscribeNote: kind === 'thank_you' ? escapeHtml(words.unsubscribeNote) : null,
    unsubscribeLabel: escapeHtml(words.unsubscribeLabel),
  };
}

/** Nothing of the letter itself follows the preview in an inbox: characters without a width fill what is left. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(80);

function previewAsHtml(preview: readonly Piece[]): string {
  const words = preview.map((piece) => (typeof piece === 'string' ? escapeHtml(piece) : `{{${piece.gap}}}`));
  return words.join('') + FILLER;
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function linkOf(url: string | null): string | null {
  return url === null ? null : escapeHtml(url);
}
