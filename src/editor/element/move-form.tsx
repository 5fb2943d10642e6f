import type { ConsoleLocale } from '../../common/locale.js';
import { SelectField } from '../../console/fields.js';
import { StepFields } from '../frame/editor-frame.js';
import { texts } from '../../common/texts.js';
import { childrenOf, type Draft, labelOf, nameOf, type Node } from '../draft/questionnaire-tree.js';

interface Props {
  draft: Draft;
  node: Node;
  at: string;
  number: number;
  base: string;
  locale: ConsoleLocale;
}

/** „Verschieben nach …“: every place there is, also on other pages and in groups. */
export function MoveForm({ draft, node, at, number, base, locale }: Props) {
  const t = texts('editor', locale);
  const options = at.includes('.') ? elementPlaces(draft, node, locale) : pagePlaces(draft, node, locale);
  if (options.length === 0) return null;
  return (
    <form method="post" action={`${base}/steps`} class="move-form" id="move-form">
      <StepFields number={number} at={at} was={nameOf(node)} />
      <SelectField name="to" label={t.moveTo} value="" options={options} />
      <button class="button button-secondary" name="do" value="move">
        {t.move}
      </button>
    </form>
  );
}

function elementPlaces(draft: Draft, moved: Node, locale: ConsoleLocale) {
  const t = texts('editor', locale);
  const within = (container: Node, address: string, label: string): { value: string; label: string }[] => {
    const children = childrenOf(container);
    return [
      { value: `${address}@0`, label: `${t.places.first} ${label}` },
      ...children.flatMap((child, index) => {
        if (child === moved) return [];
        const name = labelOf(child, locale) || t.untitled;
        const inside = child['type'] === 'panel' ? within(child, `${address}.${index}`, name) : [];
        return [...inside, { value: `${address}@${index + 1}`, label: `– ${t.places.after} ${short(name)}` }];
      }),
    ];
  };
  return draft.pages.flatMap((page, index) =>
    within(
      page,
      String(index),
      page['title'] === undefined ? t.page({ n: index + 1 }) : labelOf(page, locale),
    ),
  );
}

function pagePlaces(draft: Draft, moved: Node, locale: ConsoleLocale) {
  const t = texts('editor', locale);
  if (draft.pages.length < 2) return [];
  const named = (page: Node, index: number) =>
    page['title'] === undefined ? t.page({ n: index + 1 }) : labelOf(page, locale);
  return [
    { value: '@0', label: t.places.pageFirst },
    ...draft.pages.flatMap((page, index) =>
      page === moved
        ? []
        : [{ value: `@${index + 1}`, label: `${t.places.after} ${short(named(page, index))}` }],
    ),
  ];
}

function short(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}
