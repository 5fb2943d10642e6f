import { expressionOfRows, rowsOfExpression } from './condition-rows.js';
import { type Draft, isNode, nameOf, type Node, placedIn } from './questionnaire-tree.js';

/** A place that uses the answer of a question. */
export interface Reference {
  /** Of the element it belongs to; null for triggers and calculated values. */
  address: string | null;
  kind: 'condition' | 'text' | 'trigger' | 'calculated';
}

/** `{name}`, `{name.row}`, `{name[0]}` and `{name-Comment}`, wherever they stand. */
function mention(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`\\{(\\s*)${plain}(?=\\s*\\}|[.[]|-Comment)`, 'g');
}

/** Where questions of these names are used; what lies below `except` is not asked, as it goes with them. */
export function referencesTo(draft: Draft, names: readonly string[], except: string | null): Reference[] {
  const patterns = names.filter(Boolean).map(mention);
  const uses = (value: unknown): boolean =>
    typeof value === 'string'
      ? patterns.some((pattern) => value.search(pattern) >= 0)
      : typeof value === 'object' && value !== null && Object.values(value).some(uses);
  const goesWith = (address: string) =>
    except !== null && (address === except || address.startsWith(`${except}.`));

  const ofElements = placedIn(draft)
    .filter(({ address }) => !goesWith(address))
    .flatMap(({ node, address }): Reference[] => {
      const own = Object.entries(node).filter(([key]) => key !== 'elements' && key !== 'questions');
      if (!own.some(([, value]) => uses(value))) return [];
      const isCondition = own.some(([key, value]) => isExpression(key) && uses(value));
      return [{ address, kind: isCondition ? 'condition' : 'text' }];
    });
  const triggers = listOf(draft, 'triggers').filter(
    (trigger) => uses(trigger) || names.includes(String(trigger['gotoName'])),
  );
  const calculated = listOf(draft, 'calculatedValues').filter(uses);
  return [
    ...ofElements,
    ...triggers.map((): Reference => ({ address: null, kind: 'trigger' })),
    ...calculated.map((): Reference => ({ address: null, kind: 'calculated' })),
  ];
}

/** Gives a question's name to everything that uses it; changes the draft. */
export function renameReferences(draft: Draft, from: string, to: string): void {
  const pattern = mention(from);
  everyText(draft, (text, key) =>
    key === 'gotoName' || key === 'setToName' || key === 'fromName'
      ? text === from
        ? to
        : text
      : text.replace(pattern, (_all, space: string) => `{${space}${to}`),
  );
}

/** Takes a removed question out of all conditions, triggers and texts; changes the draft. */
export function dropReferences(draft: Draft, name: string): void {
  const used = (value: unknown) => typeof value === 'string' && value.search(mention(name)) >= 0;
  const clean = (node: Node): void => {
    for (const [key, value] of Object.entries(node)) {
      if (isExpression(key) && used(value)) {
        const rest = withoutName(value as string, name);
        if (rest === null) Reflect.deleteProperty(node, key);
        else node[key] = rest;
      } else if (Array.isArray(value)) value.filter(isNode).forEach(clean);
      else if (isNode(value)) clean(value);
    }
  };
  const triggers = listOf(draft, 'triggers');
  if (triggers.length > 0) {
    draft['triggers'] = triggers.filter(
      (trigger) => !used(trigger['expression']) && trigger['gotoName'] !== name,
    );
  }
  clean(draft);
  const whole = new RegExp(`${mention(name).source}[^{}]*\\}`, 'g');
  everyText(draft, (text, key) => (isExpression(key) ? text : text.replace(whole, '')));
}

function withoutName(expression: string, name: string): string | null {
  const read = rowsOfExpression(expression);
  const rest = read?.rows.filter(
    ({ question }) => question !== name && !new RegExp(mention(name).source).test(`{${question}}`),
  );
  return read && rest && rest.length > 0 ? expressionOfRows({ ...read, rows: rest }) : null;
}

function isExpression(key: string): boolean {
  return /(?:If|[eE]xpression)$/.test(key);
}

function listOf(draft: Draft, key: string): Node[] {
  const list = draft[key];
  return Array.isArray(list) ? list.filter(isNode) : [];
}

function everyText(node: Node | unknown[], change: (text: string, key: string) => string): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') {
      if (key !== 'name' && key !== 'value') (node as Node)[key] = change(value, key);
    } else if (typeof value === 'object' && value !== null) everyText(value as Node, change);
  }
}

/** Names of all questions at or below an address. */
export function namesBelow(draft: Draft, address: string): string[] {
  return placedIn(draft)
    .filter((placed) => placed.address === address || placed.address.startsWith(`${address}.`))
    .map(({ node }) => nameOf(node))
    .filter(Boolean);
}
