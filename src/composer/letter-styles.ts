const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

const INK = '#1a2a2d';
const QUIET = '#4b5d60';
const ACCENT = '#0b5563';

/**
 * The looks of a letter as its elements carry them. Many mail programs drop `<style>` or `!important`, and Word
 * keeps padding and borders on table cells only: so what a letter needs stands here, and its style sheet adds
 * nothing but dark colours.
 */
export const letterStyles = {
  headingStyle:
    'margin:0;font-size:24px;line-height:1.28;font-weight:600;color:#10282c;text-align:start;-webkit-hyphens:auto;hyphens:auto',
  paragraphStyle: 'margin:0 0 18px;text-align:start',
  lastStyle: 'margin:0;text-align:start',
  linkStyle: `color:${ACCENT};text-decoration:underline`,
  addressStyle: `color:${ACCENT};text-decoration:underline;word-break:break-all`,
  factsStyle: `padding:16px 20px;background-color:#f0f5f6;border-left:4px solid ${ACCENT};font-family:${FONT};font-size:17px;line-height:1.45;color:${INK}`,
  factStyle: 'margin:0 0 12px;text-align:start',
  labelStyle: `font-size:16px;color:${QUIET}`,
  buttonCellStyle: `background-color:${ACCENT};border-radius:4px;text-align:center`,
  buttonStyle: `display:block;padding:16px 12px;font-family:${FONT};font-size:18px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none`,
  choiceStyle: `padding:10px 0;font-family:${FONT};font-size:16px;line-height:24px;color:${QUIET}`,
} as const;

/** A box with one answer: the border is the cell's, the whole cell a link. */
export const answerStyles = {
  cell: `border:1px solid #6b8387;background-color:#ffffff;font-family:${FONT};font-size:16px;line-height:24px;color:${INK}`,
  gap: 'font-size:8px;line-height:8px',
  link: `display:block;padding:10px 0;color:${ACCENT};text-decoration:underline`,
  longLink: `display:block;padding:10px 12px;color:${ACCENT};text-decoration:underline`,
} as const;
