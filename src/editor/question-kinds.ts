import type { KindGroup, KindId } from '../surveys/question-kinds.js';
import type { Node } from './questionnaire-tree.js';

/** What „Frage hinzufügen“ offers: a type, or a type with a usual setting. */
export interface QuestionKind {
  id: KindId;
  group: KindGroup;
  /** What a new one begins with. */
  begins: Node & { type: string };
  /** A line drawing on a field of 16 × 16. */
  drawing: string;
}

const kind = (
  id: KindId,
  group: KindGroup,
  drawing: string,
  begins: Node & { type: string },
): QuestionKind => ({
  id,
  group,
  drawing,
  begins,
});

export const questionKinds: readonly QuestionKind[] = [
  kind('text', 'text', 'M2 5h12v6H2zM4.5 7v2', { type: 'text' }),
  kind('comment', 'text', 'M2 3h12v10H2zM4.5 6h7m-7 2.5h7M4.5 11h4', { type: 'comment' }),
  kind('number', 'text', 'M6 3 5 13m6-10-1 10M3 6.2h10.5M2.5 9.8H13', { type: 'text', inputType: 'number' }),
  kind('date', 'text', 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5m5-2.5V5', { type: 'text', inputType: 'date' }),
  kind('email', 'text', 'M2.2 4h11.6v8.4H2.2zm0 .4L8 8.8l5.8-4.4', {
    type: 'text',
    inputType: 'email',
    autocomplete: 'email',
  }),
  kind('multipletext', 'text', 'M2 3h12v3.2H2zm0 6.6h12v3.2H2z', { type: 'multipletext' }),
  kind(
    'radiogroup',
    'choice',
    'M4 2.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm0 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM8.5 4.5H14m-5.5 7H14',
    {
      type: 'radiogroup',
    },
  ),
  kind('checkbox', 'choice', 'M2 2.8h3.6v3.6H2zm0 6.8h3.6v3.6H2zm6.5-5H14m-5.5 6.8H14M2.8 11.3l.9 1 1.5-2', {
    type: 'checkbox',
  }),
  kind('dropdown', 'choice', 'M2 5h12v6H2zm7.6 2.2 1.4 1.6 1.4-1.6', { type: 'dropdown' }),
  kind('tagbox', 'choice', 'M2 4h12v8H2zm2 2.5h3v3H4zm4.5 0h3v3h-3z', { type: 'tagbox' }),
  kind(
    'boolean',
    'choice',
    'M5.5 4.5h5a3.5 3.5 0 0 1 0 7h-5a3.5 3.5 0 0 1 0-7Zm5 2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
    {
      type: 'boolean',
    },
  ),
  kind('imagepicker', 'choice', 'M2 3h12v10H2zm0 8 3.5-3.5L9 11l2-2 3 3M10.5 6h.1', {
    type: 'imagepicker',
    showLabel: true,
  }),
  kind('rating', 'scale', 'M2 8h12M3 6v4m3.3-4v4m3.4-4v4M13 6v4', { type: 'rating', rateMin: 1, rateMax: 5 }),
  kind('stars', 'scale', 'm8 2 1.8 4 4.2.4-3.2 2.9.9 4.2L8 11.3l-3.7 2.2.9-4.2L2 6.4 6.2 6 8 2Z', {
    type: 'rating',
    rateType: 'stars',
    rateMin: 1,
    rateMax: 5,
  }),
  kind('nps', 'scale', 'M2.5 13V9.5m2.8 3.5V7.5M8 13V6m2.7 7V4.5m2.8 8.5V2.5', {
    type: 'rating',
    rateMin: 0,
    rateMax: 10,
  }),
  kind('matrix', 'table', 'M2 3h12v10H2zm0 3.3h12M2 9.6h12M6 3v10m4-10v10', { type: 'matrix' }),
  kind('matrixdropdown', 'table', 'M2 3h12v10H2zm0 3.5h12M6 3v10m2.5-3.8 1.3 1.5 1.3-1.5', {
    type: 'matrixdropdown',
  }),
  kind('ranking', 'ranking', 'M4 3v10m0 0L2 11m2 2 2-2M8.5 4H14M8.5 8h4m-4 4h2.5', { type: 'ranking' }),
  kind('consent', 'consent', 'M2.5 2.5h11v11h-11zm2.7 5.6 2 2 3.6-4', {
    type: 'boolean',
    renderAs: 'checkbox',
    isRequired: true,
  }),
  kind('html', 'note', 'M2.5 4h11M2.5 7h11m-11 3h11m-11 3h6', { type: 'html' }),
  kind(
    'expression',
    'calculation',
    'M2.5 2.5h11v11h-11zM5 5.5h2.5M10 4.7v1.6M9.2 5.5h1.6M5 10h2.5m1.7-.8h2m-2 1.7h2',
    {
      type: 'expression',
    },
  ),
  kind('panel', 'panel', 'M2 2.5h12v11H2zM4.5 6h7m-7 4h7', { type: 'panel', elements: [] }),
];

export function kindById(id: string): QuestionKind | null {
  return questionKinds.find((candidate) => candidate.id === id) ?? null;
}

/** The kind that an element is nearest to; null for a type we do not know. */
export function kindOf(node: Node, type: string): QuestionKind | null {
  if (type === 'boolean' && node['renderAs'] === 'checkbox') return kindById('consent');
  if (type === 'text') return kindById(String(node['inputType'])) ?? kindById('text');
  if (type === 'rating' && node['rateType'] === 'stars') return kindById('stars');
  return kindById(type);
}
