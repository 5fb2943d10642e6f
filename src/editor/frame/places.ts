import type { ConsoleLocale } from '../../common/locale.js';
import { texts } from '../../common/texts.js';
import { fieldLabel } from './field-label.js';
import {
  addressOfPath,
  type Draft,
  labelOf,
  nodeAt,
  type Placed,
  typeAt,
} from '../draft/questionnaire-tree.js';

/** A place in the questionnaire as staff know it. */
interface Place {
  /** The page, question or the like it belongs to. */
  label: string;
  /** Of the form it is in, below the editor's own address. */
  href: string;
  /** What the form calls it; empty where it is the whole element. */
  field: string;
}

/** Where a path of the compiler's leads, such as `pages[1].elements[2].choices[0]`. */
export function placeOf(path: string, draft: Draft, locale: ConsoleLocale): Place {
  const address = addressOfPath(path);
  const node = address === null ? null : nodeAt(draft, address);
  if (address === null || !node) return placeInWhole(path, locale);

  const [, property] =
    /^pages\[\d+\](?:\.(?:elements|questions)\[\d+\])*\.(?!elements|questions)(\w+)/.exec(path) ?? [];
  return {
    label: labelAt({ node, address }, locale),
    href: `?at=${address}`,
    field: property === undefined ? '' : fieldLabel(locale, typeAt(node, address), property)[0],
  };
}

function placeInWhole(path: string, locale: ConsoleLocale): Place {
  const { problems, flow } = texts('editor', locale);
  const fields = new Map([
    ['title', flow.surveyTitle],
    ['description', flow.intro],
    ['completedHtml', flow.completed],
  ]);
  const isFlow = fields.has(path) || /^(?:triggers|calculatedValues)/.test(path);
  return { label: problems.whole, href: isFlow ? '/flow' : '/json', field: fields.get(path) ?? path };
}

/** What the outline calls an element: a page without a title by its number. */
export function labelAt({ node, address }: Placed, locale: ConsoleLocale): string {
  const t = texts('editor', locale);
  const isPage = typeAt(node, address) === 'page';
  if (isPage && node['title'] === undefined) return t.page({ n: Number(address) + 1 });
  return labelOf(node, locale) || t.untitled;
}
