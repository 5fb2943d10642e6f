/**
 * A questionnaire while it is edited: SurveyJS JSON in which anything may still be missing or wrong.
 * Places are named by address: `1` is the second page, `1.0.2` the third element of the panel that
 * stands first on it.
 */
export type Node = Record<string, unknown>;
export type Draft = Node & { pages: Node[] };

/** One page, panel, note or question with its place. */
export interface Placed {
  node: Node;
  address: string;
}

/** The questionnaire with its pages as a list of their own, also where it was written as bare elements. Copied. */
export function draftOf(questionnaire: object): Draft {
  const copy = structuredClone(questionnaire) as Node;
  const { elements, questions, ...rest } = copy;
  const bare = [elements, questions].find((list) => Array.isArray(list)) as unknown[] | undefined;
  const pages = Array.isArray(copy['pages']) ? copy['pages'].filter(isNode) : [];
  if (bare === undefined) return { ...copy, pages };
  return { ...rest, pages: [...pages, { name: 'seite1', elements: bare }] };
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies within a page or panel; nothing for a question. */
export function childrenOf(node: Node): Node[] {
  const list = node['elements'] ?? node['questions'];
  return Array.isArray(list) ? list.filter(isNode) : [];
}

/** The list to add to or take from; made if there is none. */
export function openChildren(node: Node): Node[] {
  const own = node['elements'];
  if (Array.isArray(own) && own.every(isNode)) return own;
  const children = childrenOf(node);
  delete node['questions'];
  node['elements'] = children;
  return children;
}

export function nodeAt(draft: Draft, address: string): Node | null {
  const [page = -1, ...rest] = address.split('.').map(Number);
  return rest.reduce<Node | null>(
    (node, index) => (node ? (childrenOf(node)[index] ?? null) : null),
    draft.pages[page] ?? null,
  );
}

/** Every page, panel, note and question in the order of the questionnaire. */
export function placedIn(draft: Draft): Placed[] {
  const within = (node: Node, address: string): Placed[] => [
    { node, address },
    ...childrenOf(node).flatMap((child, index) => within(child, `${address}.${index}`)),
  ];
  return draft.pages.flatMap((page, index) => within(page, String(index)));
}

/** Where a node stands that is known to be in the draft. */
export function addressOf(draft: Draft, node: Node): string {
  return placedIn(draft).find((placed) => placed.node === node)?.address ?? '0';
}

export function parentOf(address: string): string {
  return address.split('.').slice(0, -1).join('.');
}

export function indexOf(address: string): number {
  return Number(address.split('.').at(-1));
}

/** `page`, `panel`, `html`, or the type of a question. */
export function typeAt(node: Node, address: string): string {
  if (!address.includes('.')) return 'page';
  return typeof node['type'] === 'string' ? node['type'] : 'text';
}

export function isQuestionType(type: string): boolean {
  return type !== 'page' && type !== 'panel' && type !== 'html';
}

export function nameOf(node: Node): string {
  return typeof node['name'] === 'string' ? node['name'] : '';
}

/** A localizable text in a language, else in whichever there is; HTML is left as it is. */
export function textOf(value: unknown, language: string): string {
  if (typeof value === 'string') return value;
  if (!isNode(value)) return '';
  const found = [value[language], value['default'], ...Object.values(value)];
  return found.find((text): text is string => typeof text === 'string' && text !== '') ?? '';
}

/** What staff call an element: its title, else the beginning of its text, else its name. */
export function labelOf(node: Node, language: string): string {
  const title = textOf(node['title'], language);
  if (title) return title;
  const text = textOf(node['html'], language)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text || nameOf(node);
}

/**
 * The address of the element a compiler's path leads to (`pages[1].elements[2].choices[0]` → `1.2`);
 * null for what belongs to the whole questionnaire.
 */
export function addressOfPath(path: string): string | null {
  const steps = /^pages\[(\d+)\]((?:\.(?:elements|questions)\[\d+\])*)/.exec(path);
  if (!steps) return null;
  const within = [...(steps[2] ?? '').matchAll(/\[(\d+)\]/g)].map(([, index]) => index);
  return [steps[1], ...within].join('.');
}
