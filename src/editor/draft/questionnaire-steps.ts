import { withoutTrailing } from '../../common/trim-characters.js';
import { dropReferences, namesBelow, renameReferences } from './name-references.js';
import { freeName, namesTaken } from './question-names.js';
import {
  addressOf,
  childrenOf,
  type Draft,
  indexOf,
  nameOf,
  type Node,
  nodeAt,
  openChildren,
  parentOf,
  placedIn,
  textOf,
  typeAt,
} from './questionnaire-tree.js';

/** A questionnaire after a step, and the address of what it was about. */
export interface Stepped {
  draft: Draft;
  at: string;
}

/** A place between elements: within a page or panel, or (`within` empty) between pages. */
export interface Gap {
  within: string;
  index: number;
}

/** Puts a page between pages. */
export function addPage(draft: Draft, index: number, page: Node): Stepped {
  const copy = structuredClone(draft);
  const taken = namesTaken(copy);
  const name = nameOf(page) || freeName('', taken, 'seite');
  const added = { ...page, name, elements: childrenOf(page) };
  copy.pages.splice(index, 0, added);
  return { draft: copy, at: addressOf(copy, added) };
}

/** Puts a question, note or panel into a gap; one without a name gets one made from its title. */
export function addElement(draft: Draft, gap: Gap, element: Node, language: string): Stepped {
  const copy = structuredClone(draft);
  const { type, name, ...rest } = structuredClone(element);
  const title = textOf(element['title'], language);
  const otherwise = type === 'html' ? 'hinweis' : type === 'panel' ? 'abschnitt' : 'frage';
  const own = typeof name === 'string' && name ? name : freeName(title, namesTaken(copy), otherwise);
  const added: Node = { type, name: own, ...rest };
  if (copy.pages.length === 0) copy.pages.push({ name: 'seite1', elements: [] });
  listFor(copy, gap.within).splice(gap.index, 0, added);
  return { draft: copy, at: addressOf(copy, added) };
}

/** Puts other properties in the place of those an element has; a new name reaches all that use the old one. */
export function changeNode(draft: Draft, at: string, node: Node): Stepped {
  const copy = structuredClone(draft);
  const old = nodeAt(copy, at);
  if (!old) return { draft: copy, at };
  const [before, after] = [nameOf(old), nameOf(node)];
  for (const key of Object.keys(old)) Reflect.deleteProperty(old, key);
  Object.assign(old, structuredClone(node));
  if (before && after && before !== after) renameReferences(copy, before, after);
  return { draft: copy, at };
}

/** Takes a page, panel, note or question away, and its answers out of all conditions. */
export function removeNode(draft: Draft, at: string): Stepped {
  const copy = structuredClone(draft);
  const gone = namesBelow(copy, at);
  const list = listFor(copy, parentOf(at));
  list.splice(indexOf(at), 1);
  for (const name of gone) dropReferences(copy, name);
  const stays = list.length > 0 ? Math.min(indexOf(at), list.length - 1) : null;
  const parent = parentOf(at);
  const next = stays === null ? parent : [parent, String(stays)].filter(Boolean).join('.');
  return { draft: copy, at: next || '0' };
}

/** Puts a copy behind its original; every name in it is made anew. */
export function duplicateNode(draft: Draft, at: string): Stepped {
  const copy = structuredClone(draft);
  const original = nodeAt(copy, at);
  if (!original) return { draft: copy, at };
  const twin = structuredClone(original);
  const taken = namesTaken(copy);
  const rename = (node: Node): void => {
    const stem = withoutTrailing(nameOf(node), /\d/) || 'frage';
    node['name'] = freeName('', taken, stem);
    taken.add(nameOf(node));
    childrenOf(node).forEach(rename);
  };
  rename(twin);
  listFor(copy, parentOf(at)).splice(indexOf(at) + 1, 0, twin);
  return { draft: copy, at: addressOf(copy, twin) };
}

/** Takes an element to another gap, as it is counted before the move. Nothing moves into itself. */
export function moveNode(draft: Draft, at: string, to: Gap): Stepped {
  const copy = structuredClone(draft);
  const moved = nodeAt(copy, at);
  const isItself = to.within === at || to.within.startsWith(`${at}.`);
  const changesKind = at.includes('.') !== (to.within !== '');
  if (!moved || isItself || changesKind) return { draft: copy, at };

  const target = listFor(copy, to.within);
  const before = target[to.index];
  if (before === moved) return { draft: copy, at };
  listFor(copy, parentOf(at)).splice(indexOf(at), 1);
  target.splice(before ? target.indexOf(before) : target.length, 0, moved);
  return { draft: copy, at: addressOf(copy, moved) };
}

/**
 * Where an element goes that is moved one up or down: past its neighbour, out of its panel at the
 * panel's edge, onto the next page at the page's edge; null at the very end.
 */
export function gapBeside(draft: Draft, at: string, direction: 'up' | 'down'): Gap | null {
  const [parent, index] = [parentOf(at), indexOf(at)];
  const count = listFor(draft, parent).length;
  if (direction === 'up' && index > 0) return { within: parent, index: index - 1 };
  if (direction === 'down' && index < count - 1) return { within: parent, index: index + 2 };
  if (parent === '') return null;

  if (parent.includes('.')) {
    return { within: parentOf(parent), index: indexOf(parent) + (direction === 'up' ? 0 : 1) };
  }
  const page = Number(parent) + (direction === 'up' ? -1 : 1);
  const neighbour = draft.pages[page];
  if (!neighbour) return null;
  return { within: String(page), index: direction === 'up' ? childrenOf(neighbour).length : 0 };
}

/** Finds what a form was about: at its address, else wherever its name stands now. */
export function located(draft: Draft, at: string, name: string): string | null {
  const there = nodeAt(draft, at);
  if (there && (name === '' || nameOf(there) === name)) return at;
  if (name === '') return null;
  return placedIn(draft).find(({ node }) => nameOf(node) === name)?.address ?? null;
}

/** Whether something can stand there: among pages, on a page or in a panel that is (still) in the draft. */
export function isOpen(draft: Draft, { within }: Gap): boolean {
  const node = nodeAt(draft, within);
  return within === '' || (node !== null && ['page', 'panel'].includes(typeAt(node, within)));
}

function listFor(draft: Draft, within: string): Node[] {
  if (within === '') return draft.pages;
  const node = nodeAt(draft, within);
  return node ? openChildren(node) : [];
}
