import type { Locale } from '../common/locale.js';
import type { LetterBody } from './letter-body.js';
import { blocksAsText, type Paragraph } from './letter-body-plain.js';
import type { LetterFacts } from './letter-facts.js';
import type { LetterKind } from './letter-text.js';
import { changesNote, privacySentence, wording } from './letter-wording.js';

import { joinedPieces, type Piece } from './merge-fields.js';

/** The plain-text part of a letter: the same words and the same links as its HTML, in the same order. */
export function letterPlain(kind: LetterKind, locale: Locale, body: LetterBody, facts: LetterFacts): Piece[] {
  const words = wording[locale];
  const blocks: Paragraph[] = [
    [facts.senderName],
    [`${words.kicker[kind]}\n${facts.surveyTitle}`],
    ...blocksAsText(body.opening, body.values, locale),
    ...(kind === 'thank_you' ? changes(locale, facts) : call(kind, locale, facts)),
    ...blocksAsText(body.closing, body.values, locale),
    [RULE],
    [[facts.senderName, facts.senderAddress, facts.senderEmail].filter((line) => line !== null).join('\n')],
    [words.privacyNote[privacySentence(facts)]],
    ...legalLinks(locale, facts),
    wayOut(kind, locale),
  ];
  return joinedPieces(blocks.flatMap((block) => [...block, '\n\n']).slice(0, -1)).concat('\n');
}

const RULE = '-'.repeat(40);

function call(kind: Exclude<LetterKind, 'thank_you'>, locale: Locale, facts: LetterFacts): Paragraph[] {
  const words = wording[locale];
  return [
    [
      `${words.closingDateLabel}: ${facts.closingDate}\n${words.durationLabel}: ${words.duration({ minutes: facts.minutes })}`,
    ],
    [`${words.callLabel[kind]}:\n`, { gap: 'link' }],
    [words.linkNote[facts.privacy]],
  ];
}

function changes(locale: Locale, facts: LetterFacts): Paragraph[] {
  const note = changesNote(locale, facts);
  return facts.answersMayChange
    ? [[`${note}\n${wording[locale].changesLabel}: `, { gap: 'link' }]]
    : [[note]];
}

/** Not this survey, later, no more mails at all; who has answered is only asked about the last. */
function wayOut(kind: LetterKind, locale: Locale): Paragraph {
  const words = wording[locale];
  const unsubscribe: Paragraph = [`${words.unsubscribeLabel}: `, { gap: 'unsubscribeLink' }];
  if (kind === 'thank_you') return [`${words.unsubscribeNote}\n`, ...unsubscribe];
  return [
    `${words.choicesNote}\n${words.declineLabel}: `,
    { gap: 'declineLink' },
    `\n${words.snoozeLabel}: `,
    { gap: 'snoozeLink' },
    '\n',
    ...unsubscribe,
  ];
}

function legalLinks(locale: Locale, facts: LetterFacts): Paragraph[] {
  const { privacyLabel, imprintLabel } = wording[locale];
  const links = [
    facts.privacyUrl === null ? [] : [`${privacyLabel}: ${facts.privacyUrl}`],
    facts.imprintUrl === null ? [] : [`${imprintLabel}: ${facts.imprintUrl}`],
  ].flat();
  return links.length === 0 ? [] : [[links.join('\n')]];
}
