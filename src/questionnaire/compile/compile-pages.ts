import { compileConditions, conditionProperties } from './compile-conditions.js';
import { compileQuestion } from './compile-question.js';
import type { TextLimits } from './text-limits.js';
import { columnNamesOf } from '../answers/show/question-columns.js';
import type { JsonNode } from './questionnaire-json.js';
import type { PlanQuestion } from '../kinds/registry.js';
import { questionsOf, type PlanElement, type PlanPage, type PlanPanel } from '../plan/questionnaire-plan.js';

const MAX_PAGES = 50;
const MAX_QUESTIONS = 300;
const MAX_DEPTH = 10;

export const pageProperties = [
  ...['name', 'title', 'description', 'elements', ...conditionProperties],
  ...['isRequired', 'requiredErrorText', 'questionOrder'],
];
export const panelProperties = ['type', ...pageProperties];
export const noteProperties = ['type', 'name', 'html', 'visibleIf'];

/** What all pages share. */
interface Frame {
  limits: TextLimits;
  /** Order of pages and panels that say none themselves. */
  order: 'initial' | 'random';
}

/** The pages of a questionnaire, or the one page that `elements` at the top make; empty pages are left out. */
export function compilePages(survey: JsonNode): PlanPage[] {
  const frame: Frame = {
    limits: { text: survey.count('maxTextLength'), other: survey.count('maxCommentLength') },
    order: survey.oneOf('questionOrder', ['initial', 'random'], 'initial'),
  };
  const roots = survey.list('pages') ?? [];
  if (roots.length > MAX_PAGES) survey.note('pages', 'questionnaire.too_many_pages', { most: MAX_PAGES });
  const nodes = survey.nodes('pages', MAX_PAGES);
  nodes.forEach((node) => {
    node.refuseAllBut(pageProperties);
  });
  const filled = nodes.filter((node) => (node.list('elements') ?? []).length > 0);
  const pages = filled.map((node, index) => compilePage(node, String(index), frame));
  if (survey.value('elements') !== null) {
    if (roots.length > 0) survey.note('elements', 'questionnaire.beside_pages');
    else pages.push(pageOfElements(survey, frame));
  }

  const questions = questionsOf({ pages });
  if (questions.length > MAX_QUESTIONS)
    survey.note('pages', 'questionnaire.too_many_questions', { most: MAX_QUESTIONS });
  if (questions.length === 0 && survey.reading.problems.length === 0)
    survey.note('pages', 'questionnaire.no_question');
  return pages;
}

function compilePage(node: JsonNode, id: string, frame: Frame): PlanPage {
  return {
    ...compileHead(node, id, frame),
    description: node.html('description'),
    elements: compileElements(node, id, frame, 0),
  };
}

/** A questionnaire without pages: its title and conditions are the questionnaire's own. */
function pageOfElements(survey: JsonNode, frame: Frame): PlanPage {
  return {
    id: '0',
    name: '',
    ...compileConditions(survey, []),
    title: null,
    description: null,
    required: false,
    requiredText: null,
    order: frame.order,
    elements: compileElements(survey, '0', frame, 0),
  };
}

/** What pages and panels have in common. */
function compileHead(node: JsonNode, id: string, { order }: Frame) {
  const ownOrder = node.oneOf('questionOrder', ['default', 'initial', 'random'], 'default');
  return {
    id,
    name: node.string('name') ?? '',
    ...compileConditions(node),
    title: node.text('title'),
    required: node.flag('isRequired'),
    requiredText: node.text('requiredErrorText'),
    order: ownOrder === 'default' ? order : ownOrder,
  };
}

function compileElements(parent: JsonNode, parentId: string, frame: Frame, depth: number): PlanElement[] {
  if (depth > MAX_DEPTH) {
    parent.note('elements', 'questionnaire.too_deep', { most: MAX_DEPTH });
    return [];
  }
  return parent.nodes('elements', MAX_QUESTIONS).flatMap((node, index): PlanElement[] => {
    const id = `${parentId}.${index}`;
    if (node.value('type') === 'panel') return [compilePanel(node, id, frame, depth)];
    if (node.value('type') === 'html') return [compileNote(node, id)];
    const question = compileQuestion(node, id, frame.limits);
    if (question) noteNamesTwice(question, node);
    return question ? [question] : [];
  });
}

function compilePanel(node: JsonNode, id: string, frame: Frame, depth: number): PlanPanel {
  node.refuseAllBut(panelProperties);
  return {
    kind: 'panel',
    ...compileHead(node, id, frame),
    text: node.html('description'),
    elements: compileElements(node, id, frame, depth + 1),
  };
}

function compileNote(node: JsonNode, id: string): PlanElement {
  node.refuseAllBut(noteProperties);
  const text =
    node.html('html') ?? (node.value('html') === null ? node.note('html', 'questionnaire.missing') : null);
  return {
    kind: 'note',
    id,
    name: node.string('name') ?? '',
    ...compileConditions(node, ['visibleIf']),
    text,
  };
}

/** Two questions of one name, or whose columns would meet in an export (a matrix `a` with a row `b`, and `a.b`). */
function noteNamesTwice(question: PlanQuestion, node: JsonNode): void {
  const { taken } = node.reading;
  const own = new Set([question.name, ...columnNamesOf(question)]);
  const twice = [...own].find((name) => taken.has(name));
  if (twice !== undefined)
    node.note('name', 'questionnaire.name_taken', { name: twice, place: taken.get(twice) ?? '' });
  own.forEach((name) => taken.set(name, node.path));
}
