import type { Locale } from '../common/locale.js';
import { escapeHtml } from './html-escape.js';
import { answerQuery, type LetterQuestion } from './letter-question.js';
import { answerStyles } from './letter-styles.js';

type Choice = LetterQuestion['choices'][number];

/** The width of a letter's text on the narrowest telephone, and what one character and the sides of a box take. */
const NARROWEST_PX = 272;
const CHARACTER_PX = 10;
const SIDES_PX = 4;

/** A question with its answers as boxes: a scale side by side in equal steps, other answers one a line. */
export function questionAsHtml(question: LetterQuestion, locale: Locale, margin: string): string {
  const { title, ends, isScale, choices } = question;
  const rows = isScale ? scaleRows(choices) : null;
  return [
    `<p dir="auto" style="margin:0 0 8px;text-align:start"><strong>${escapeHtml(title)}</strong></p>`,
    rows ? scaleAsHtml(question, rows, locale) : listAsHtml(question, locale),
    ends === null ? '' : `<p dir="auto" style="${margin};text-align:start">${escapeHtml(ends)}</p>`,
    ends === null && margin !== 'margin:0' ? `<p style="margin:0 0 10px;${answerStyles.gap}">&nbsp;</p>` : '',
  ].join('');
}

/** The steps of a scale in one row or in two of equal steps, as they fit; null where they fit in neither. */
export function scaleRows(choices: readonly Choice[]): Choice[][] | null {
  const longest = Math.max(...choices.map(({ text }) => Array.from(text).length));
  const fitting = Math.floor(NARROWEST_PX / (longest * CHARACTER_PX + SIDES_PX));
  if (choices.length <= fitting) return [[...choices]];
  const half = Math.ceil(choices.length / 2);
  return half <= fitting ? [choices.slice(0, half), choices.slice(half)] : null;
}

function scaleAsHtml(question: LetterQuestion, rows: readonly Choice[][], locale: Locale): string {
  const columns = rows[0]?.length ?? 1;
  const width = `${(100 / columns).toFixed(3)}%`;
  const cells = (row: readonly Choice[]) => [
    ...row.map(
      (choice) =>
        `<td class="answer" width="${width}" height="46" align="center" valign="middle" bgcolor="#ffffff" style="width:${width};${answerStyles.cell}">${linkAsHtml(question, choice, locale, answerStyles.link)}</td>`,
    ),
    ...Array.from(
      { length: columns - row.length },
      () => `<td width="${width}" style="width:${width}"></td>`,
    ),
  ];
  return table(
    ` style="margin:0 0 8px;width:100%;table-layout:fixed"`,
    rows.map((row) => cells(row).join('')),
  );
}

function listAsHtml(question: LetterQuestion, locale: Locale): string {
  const rows = question.choices.map(
    (choice) =>
      `<td class="answer" height="46" valign="middle" bgcolor="#ffffff" style="${answerStyles.cell}">${linkAsHtml(question, choice, locale, answerStyles.longLink)}</td>`,
  );
  const gap = `<td height="8" style="${answerStyles.gap}">&nbsp;</td>`;
  return table(
    ` style="width:100%"`,
    rows.flatMap((row, index) => (index === 0 ? [row] : [gap, row])),
  );
}

function table(attributes: string, rows: readonly string[]): string {
  const body = rows.map((row) => `<tr>${row}</tr>`).join('');
  return `<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%"${attributes}>${body}</table>`;
}

function linkAsHtml(
  question: LetterQuestion,
  { value, text }: Choice,
  locale: Locale,
  style: string,
): string {
  const href = `{{link}}${escapeHtml(answerQuery(question, value, locale))}`;
  const label = escapeHtml(`${question.title}: ${text}`);
  return `<a href="${href}" aria-label="${label}" style="${style}">${escapeHtml(text)}</a>`;
}
