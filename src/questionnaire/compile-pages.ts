import { compileQuestion, type TextLimits } from './compile-question.js';
import { columnNamesOf } from './question-columns.js';
import { isJsonObject, JsonNode, type Reading } from './questionnaire-json.js';
import { isQuestion, type PlanElement, type PlanPage, type PlanQuestion } from './questionnaire-plan.js';

const MAX_PAGES = 50;
const MAX_QUESTIONS = 300;
const MAX_DEPTH = 10;

const pageProperties = ['name', 'title', 'description', 'elements'];

/**
 * The pages of a questionnaire, or the one page that `elements` at the top make. Panels are flattened:
 * their questions stand on the page after the panel's heading.
 */
export function compilePages(survey: JsonNode): PlanPage[] {
  const limits = { text: survey.count('maxTextLength'), other: survey.count('maxCommentLength') };
  const roots = survey.list('pages') ?? [];
  const pages = roots.slice(0, MAX_PAGES).flatMap((json, index) => {
    const node = nodeOf(json, `pages[${index}]`, survey.reading);
    node?.refuseAllBut(pageProperties);
    return node ? [compilePage(node, limits)] : [];
  });
  if (roots.length > MAX_PAGES) survey.note('pages', `has more than ${MAX_PAGES} pages.`);
  if (survey.value('elements') !== null) {
    if (roots.length > 0) survey.note('elements', 'stands beside pages; please move it into a page.');
    else pages.push({ title: null, description: null, elements: compileElements(survey, limits, 0) });
  }

  const questions = pages.flatMap((page) => page.elements.filter(isQuestion));
  if (questions.length > MAX_QUESTIONS) survey.note('pages', `has more than ${MAX_QUESTIONS} questions.`);
  if (questions.length === 0 && survey.reading.problems.length === 0)
    survey.note('pages', 'has no question.');
  return pages.filter((page) => page.elements.length > 0);
}

function compilePage(node: JsonNode, limits: TextLimits): PlanPage {
  return {
    title: node.text('title'),
    description: node.html('description'),
    elements: compileElements(node, limits, 0),
  };
}

function compileElements(parent: JsonNode, limits: TextLimits, depth: number): PlanElement[] {
  if (depth > MAX_DEPTH) {
    parent.note('elements', `is nested more than ${MAX_DEPTH} deep.`);
    return [];
  }
  return (parent.list('elements') ?? []).slice(0, MAX_QUESTIONS + 1).flatMap((json, index): PlanElement[] => {
    const node = nodeOf(json, `${parent.pathOf('elements')}[${index}]`, parent.reading);
    if (!node) return [];
    if (node.value('type') === 'panel') return flattenPanel(node, limits, depth);
    if (node.value('type') === 'html') {
      node.refuseAllBut(['type', 'name', 'html']);
      return [{ kind: 'note', title: null, text: node.html('html') ?? node.note('html', 'is missing.') }];
    }
    const question = compileQuestion(node, limits);
    if (question) noteNamesTwice(question, node);
    return question ? [question] : [];
  });
}

function flattenPanel(node: JsonNode, limits: TextLimits, depth: number): PlanElement[] {
  node.refuseAllBut(['type', ...pageProperties]);
  const title = node.text('title');
  const text = node.html('description');
  const heading: PlanElement[] = title || text ? [{ kind: 'note', title, text }] : [];
  return [...heading, ...compileElements(node, limits, depth + 1)];
}

function nodeOf(json: unknown, path: string, reading: Reading): JsonNode | null {
  if (isJsonObject(json)) return new JsonNode(json, path, reading);
  reading.problems.push({ path, message: 'must be an object.' });
  return null;
}

/** Two questions of one name, or whose columns would meet in an export (a matrix `a` with a row `b`, and `a.b`). */
function noteNamesTwice(question: PlanQuestion, node: JsonNode): void {
  const { names } = node.reading;
  const own = new Set([question.name, ...columnNamesOf(question)]);
  const twice = [...own].find((name) => names.has(name));
  if (twice !== undefined)
    node.note('name', `"${twice}" is taken by ${names.get(twice) ?? ''}; names must differ.`);
  own.forEach((name) => names.set(name, node.path));
}
