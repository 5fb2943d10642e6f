/** A letter as webmail shows it that drops style sheets and `!important` (GMX, WEB.DE, Gmail for other accounts). */
export function withoutStyleSheets(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>/g, '').replaceAll('!important', '');
}

/** The markup that Word reads: what is for it alone, and nothing that is hidden from it. */
export function asWordReadsIt(html: string): string {
  return html
    .replace(/<!--\[if !mso\]><!-->[\s\S]*?<!--<!\[endif\]-->/g, '')
    .replace(/<!--\[if (?:mso|mso \| IE)\]>([\s\S]*?)<!\[endif\]-->/g, '$1');
}

/**
 * What Outlook on Windows, which draws with Word, does not support of CSS, as far as a letter might use it.
 * Source: caniemail.com, data of 13 May 2026 (`stats.outlook.windows`, newest version of each feature).
 */
export const unsupportedInWord: ReadonlySet<string> = new Set([
  'align-items', 'aspect-ratio', 'background-clip', 'background-image', 'background-origin',
  'background-position', 'background-repeat', 'background-size', 'block-size', 'border-image',
  'border-radius', 'border-spacing', 'box-shadow', 'box-sizing', 'caption-side', 'clear', 'clip-path',
  'color-scheme', 'column-count', 'empty-cells', 'filter', 'flex', 'flex-direction', 'flex-wrap', 'float',
  'gap', 'grid-template', 'hyphens', 'inline-size', 'inset', 'justify-content', 'left', 'right', 'top',
  'bottom', 'margin-block', 'margin-inline', 'margin-inline-start', 'margin-inline-end', 'max-height',
  'min-height', 'min-width', 'object-fit', 'opacity', 'outline', 'overflow', 'overflow-wrap',
  'padding-block', 'padding-inline', 'padding-inline-start', 'padding-inline-end', 'position',
  'table-layout', 'text-decoration-color', 'text-decoration-line', 'text-decoration-style', 'text-overflow',
  'text-shadow', 'text-underline-offset', 'text-wrap', 'transform', 'visibility', 'white-space',
  'word-spacing', 'word-wrap', 'writing-mode', 'z-index',
]); // prettier-ignore

/** Of those, what a letter uses although Word leaves it out, and what people then see. */
export const harmlessInWord: ReadonlyMap<string, string> = new Map([
  ['border-radius', 'corners are square'],
  ['hyphens', 'a long word is not parted'],
  ['-webkit-hyphens', 'the same'],
  ['table-layout', 'the cells of a scale carry their widths'],
  ['word-spacing', 'MJML sets it to normal'],
  ['overflow', 'of the preview, which `mso-hide` hides'],
  ['opacity', 'the same'],
  ['max-height', 'the same'],
]);
