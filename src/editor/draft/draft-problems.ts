import { InvalidInput, type Problem } from '../../common/errors.js';
import { compileQuestionnaire } from '../../questionnaire/compile/compile-questionnaire.js';
import type { QuestionnairePlan } from '../../questionnaire/plan/questionnaire-plan.js';
import type { Privacy } from '../../surveys/survey.entity.js';
import {
  addressOfPath,
  childrenOf,
  type Draft,
  isNode,
  type Node,
  nodeAt,
  parentOf,
  indexOf,
} from './questionnaire-tree.js';

/** What publication would refuse. */
export function problemsOf(draft: Draft, languages: readonly string[], privacy: Privacy): readonly Problem[] {
  const { problems } = compiled(draft, languages, privacy);
  return problems;
}

/** A draft as far as it can be shown. */
export interface Previewable {
  /** Null where nothing can be shown yet. */
  plan: QuestionnairePlan | null;
  /** Index of each page of the draft among the plan's, or null for one that cannot be shown. */
  pageOf: (index: number) => number | null;
  problems: readonly Problem[];
}

const MAX_ROUNDS = 6;

/** Compiles a draft, leaving out what has problems until the rest works. */
export function previewable(draft: Draft, languages: readonly string[], privacy: Privacy): Previewable {
  const first = compiled(draft, languages, privacy);
  let left = structuredClone(draft);
  // Pages keep what they were, so that the one that is edited is found again.
  const origin = new Map(left.pages.map((page, index) => [page, index]));
  let result = first;
  for (let round = 0; result.plan === null && round < MAX_ROUNDS; round += 1) {
    left = withoutProblems(left, result.problems);
    result = compiled(left, languages, privacy);
  }
  const shown = left.pages.filter((page) => childrenOf(page).some((child) => hasContent(child)));
  const places = shown.map((page) => origin.get(page));
  return {
    plan: result.plan,
    problems: first.problems,
    pageOf(index) {
      const at = places.indexOf(index);
      return at >= 0 && result.plan && at < result.plan.pages.length ? at : null;
    },
  };
}

function compiled(
  draft: Draft,
  languages: readonly string[],
  privacy: Privacy,
): { plan: QuestionnairePlan | null; problems: readonly Problem[] } {
  try {
    return { plan: compileQuestionnaire(draft, languages, { privacy }), problems: [] };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { plan: null, problems: error.problems };
  }
}

/** Changes the draft it is given. */
function withoutProblems(draft: Draft, problems: readonly Problem[]): Draft {
  const gone = new Set<string>();
  for (const { path } of problems) {
    const address = addressOfPath(path);
    if (address?.includes('.')) gone.add(address);
    else if (address !== null) dropProperty(nodeAt(draft, address), path.replace(/^pages\[\d+\]\.?/, ''));
    else dropProperty(draft, path);
  }
  for (const address of [...gone].sort(lastFirst)) {
    const parent = nodeAt(draft, parentOf(address));
    if (parent) parent['elements'] = childrenOf(parent).filter((_child, index) => index !== indexOf(address));
  }
  draft.pages = draft.pages.filter((page) => childrenOf(page).some(hasContent));
  return draft;
}

function dropProperty(node: Node | null, path: string): void {
  const property = /^\w+/.exec(path)?.[0];
  if (node && property && property !== 'pages' && property !== 'elements')
    Reflect.deleteProperty(node, property);
}

function hasContent(node: Node): boolean {
  return node['type'] !== 'panel' || childrenOf(node).filter(isNode).some(hasContent);
}

function lastFirst(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; ; index += 1) {
    const [x = -1, y = -1] = [left[index], right[index]];
    if (x !== y) return y - x;
    if (left[index] === undefined) return 0;
  }
}
