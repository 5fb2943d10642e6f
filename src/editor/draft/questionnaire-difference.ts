import { isDeepStrictEqual } from 'node:util';
import { type Draft, labelOf, nameOf, type Node, parentOf, placedIn } from './questionnaire-tree.js';

/** One way in which a questionnaire differs from the one that was published. */
export interface Difference {
  kind: 'added' | 'removed' | 'changed' | 'moved' | 'flow';
  label: string;
  /** Its present place; null if it is gone or concerns the whole. */
  address: string | null;
}

/** What changed from one questionnaire to another, by the names of pages and questions. */
export function differences(before: Draft, after: Draft, language: string): Difference[] {
  const [old, now] = [placesByName(before), placesByName(after)];
  const found: Difference[] = [];
  for (const [name, { node, address }] of now) {
    const was = old.get(name);
    const label = labelOf(node, language);
    if (!was) found.push({ kind: 'added', label, address });
    else if (!isDeepStrictEqual(own(was.node), own(node))) found.push({ kind: 'changed', label, address });
    else if (homeOf(before, was.address) !== homeOf(after, address))
      found.push({ kind: 'moved', label, address });
  }
  for (const [name, { node }] of old) {
    if (!now.has(name)) found.push({ kind: 'removed', label: labelOf(node, language), address: null });
  }
  if (!isDeepStrictEqual(without(before, ['pages']), without(after, ['pages'])))
    found.push({ kind: 'flow', label: '', address: null });
  return found;
}

function placesByName(draft: Draft) {
  return new Map(placedIn(draft).map((placed) => [nameOf(placed.node) || placed.address, placed]));
}

/** What an element says itself, without what lies in it. */
function own(node: Node): Node {
  return without(node, ['elements', 'questions']);
}

function without(node: Node, keys: readonly string[]): Node {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
}

/** What an element is in and behind, by name. */
function homeOf(draft: Draft, address: string): string {
  const places = placedIn(draft);
  const siblings = places.filter((placed) => parentOf(placed.address) === parentOf(address));
  const index = siblings.findIndex((placed) => placed.address === address);
  const parent = places.find((placed) => placed.address === parentOf(address));
  const behind = siblings[index - 1];
  return `${parent ? nameOf(parent.node) : ''}/${behind ? nameOf(behind.node) : ''}`;
}
