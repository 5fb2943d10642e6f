import { askableIn } from './draft/askable-questions.js';
import { type FieldProblem, readElement } from './element/element-form.js';
import type { FormValues } from './frame/posted-values.js';
import { fieldsOf } from './element/question-fields.js';
import { kindById } from './element/question-kinds.js';
import { namesTaken } from './draft/question-names.js';
import type { EditSummary } from './draft/questionnaire-edit.entity.js';
import {
  addElement,
  addPage,
  changeNode,
  duplicateNode,
  type Gap,
  gapBeside,
  isOpen,
  located,
  moveNode,
  removeNode,
  type Stepped,
} from './draft/questionnaire-steps.js';
import { type Draft, labelOf, nameOf, type Node, nodeAt, typeAt } from './draft/questionnaire-tree.js';

/** What a posted form of the editor comes to. */
export type StepOutcome =
  | { kind: 'step'; stepped: Stepped; summary: EditSummary }
  /** The form is shown again, with what is wrong. */
  | { kind: 'wrong'; node: Node; at: string; errors: Record<string, FieldProblem> }
  /** What the form is about is not there any more. */
  | { kind: 'gone' };

/** Derives a step of the editor from its form. */
export function stepOf(draft: Draft, values: FormValues, languages: readonly string[]): StepOutcome {
  const [main = 'de'] = languages;
  if (values['do'] === 'add') return added(draft, values, languages);
  if (values['do'] === 'add-page') {
    const stepped = addPage(draft, draft.pages.length, {});
    return { kind: 'step', stepped, summary: { code: 'page.add' } };
  }
  const moved = values['up'] ?? values['down'];
  const at = located(draft, moved ?? values['at'] ?? '', moved === undefined ? (values['was'] ?? '') : '');
  const node = at === null ? null : nodeAt(draft, at);
  if (at === null || !node) return { kind: 'gone' };

  const subject = at.includes('.') ? 'question' : 'page';
  const step = (verb: 'change' | 'remove' | 'duplicate' | 'move', stepped: Stepped): StepOutcome => ({
    kind: 'step',
    stepped,
    summary: { code: `${subject}.${verb}`, what: labelOf(node, main) },
  });
  if (moved !== undefined) {
    const gap = gapBeside(draft, at, values['up'] === undefined ? 'down' : 'up');
    return step('move', gap ? moveNode(draft, at, gap) : { draft, at });
  }
  switch (values['do']) {
    case 'remove':
      return step('remove', removeNode(draft, at));
    case 'duplicate':
      return step('duplicate', duplicateNode(draft, at));
    case 'move': {
      const gap = gapOf(values['to'] ?? '');
      if (gap && !isOpen(draft, gap)) return { kind: 'gone' };
      return step('move', gap ? moveNode(draft, at, gap) : { draft, at });
    }
    default: {
      const taken = new Set([...namesTaken(draft)].filter((name) => name !== nameOf(node)));
      const askable = askableIn(draft, main);
      const fields = fieldsOf(typeAt(node, at));
      const read = readElement(values, node, fields, { languages, askable, taken });
      if (Object.keys(read.errors).length > 0)
        return { kind: 'wrong', node: read.node, at, errors: read.errors };
      return step('change', changeNode(draft, at, read.node));
    }
  }
}

function added(draft: Draft, values: FormValues, languages: readonly string[]): StepOutcome {
  const [main = 'de'] = languages;
  const begins = kindById(values['kind'] ?? '')?.begins;
  const gap = gapOf(values['at'] ?? '');
  const isFirst = draft.pages.length === 0;
  if (!begins || !gap || gap.within === '' || !(isFirst || isOpen(draft, gap))) return { kind: 'gone' };
  const circumstances = { languages, askable: askableIn(draft, main), taken: namesTaken(draft) };
  const { node, errors } = readElement(values, begins, fieldsOf(begins.type), circumstances);
  const needed = begins.type === 'html' ? 'html' : 'title';
  if (node[needed] === undefined && begins.type !== 'panel') errors[needed] = 'title';
  if (Object.keys(errors).length > 0) return { kind: 'wrong', node, at: values['at'] ?? '', errors };
  const stepped = addElement(draft, gap, node, main);
  return { kind: 'step', stepped, summary: { code: 'question.add', what: labelOf(node, main) } };
}

/** `1.0@2`: before the third element of what stands at `1.0`; `@1`: before the second page. */
export function gapOf(text: string): Gap | null {
  const [, within, index] = /^((?:\d+(?:\.\d+)*)?)@(\d+)$/.exec(text) ?? [];
  return within === undefined || index === undefined ? null : { within, index: Number(index) };
}
