import { convert, type HtmlToTextOptions } from 'html-to-text';

const skipped = ['img', 'script', 'style', 'iframe', 'object', 'svg', 'template', 'noscript', 'head'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: 50_000, maxDepth: 50 },
  selectors: [
    ...skipped.map((selector) => ({ selector, format: 'skip' })),
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'ul', options: { itemPrefix: '– ' } },
  ],
};

/**
 * The words of a piece of HTML, paragraphs parted by blank lines. Questionnaires come from outside, so
 * nothing of their markup reaches a page: no element, no attribute and no link.
 */
export function textOfHtml(html: string): string {
  return convert(html, options).trim();
}
