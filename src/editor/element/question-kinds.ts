import { kindGroups, type KindOffer } from '../../questionnaire/kinds/kind-offer.js';
import { kindByType, questionKinds as registered } from '../../questionnaire/kinds/registry.js';
import type { Node } from '../draft/questionnaire-tree.js';

/** What can be added besides questions. */
const others: readonly KindOffer[] = [
  {
    id: 'html',
    group: 'note',
    place: 1,
    begins: { type: 'html' },
    drawing: 'M2.5 4h11M2.5 7h11m-11 3h11m-11 3h6',
  },
  {
    id: 'panel',
    group: 'panel',
    place: 1,
    begins: { type: 'panel', elements: [] },
    drawing: 'M2 2.5h12v11H2zM4.5 6h7m-7 4h7',
  },
];

/** All that „Frage hinzufügen“ offers, by group. */
export const questionKinds: readonly KindOffer[] = [
  ...Object.values(registered).flatMap(({ editor }) => editor.offers),
  ...others,
].sort((a, b) => kindGroups.indexOf(a.group) - kindGroups.indexOf(b.group) || a.place - b.place);

export function kindById(id: string): KindOffer | null {
  return questionKinds.find((candidate) => candidate.id === id) ?? null;
}

/** The kind that an element is nearest to; null for a type we do not know. */
export function offerFor(node: Node, type: string): KindOffer | null {
  return kindById(kindByType(type)?.editor.variant?.(node) ?? type);
}
