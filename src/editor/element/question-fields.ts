import {
  condition,
  description,
  flag,
  name,
  questionOrder,
  text,
  title,
  type Field,
} from '../../questionnaire/kinds/editor-fields.js';
import { kindByType } from '../../questionnaire/kinds/registry.js';

/** The fields of a page, panel, note or question, in the order of its form; empty for a type we do not know. */
export function fieldsOf(type: string): readonly Field[] {
  if (type === 'html') {
    return [{ property: 'html', kind: 'text', localized: true, rows: 6 }, condition('visibleIf'), name];
  }
  if (type === 'page' || type === 'panel') {
    const conditions = [condition('visibleIf'), condition('enableIf', true), condition('requiredIf', true)];
    return [title, description, ...conditions, flag('isRequired', true), questionOrder, name];
  }
  const kind = kindByType(type);
  if (!kind) return [title, description, name];
  const isShown = kind.isCalculated === true;
  const required: readonly Field[] = isShown ? [] : [flag('isRequired')];
  const conditions: readonly Field[] = isShown
    ? [condition('visibleIf')]
    : [condition('visibleIf'), condition('enableIf', true), condition('requiredIf', true)];
  const last: readonly Field[] = isShown ? [name] : [text('requiredErrorText', true), name];
  return [title, description, ...kind.editor.fields, ...required, ...conditions, ...last];
}
