import { isNode, type Node } from '../draft/questionnaire-tree.js';

/** The check of a type among the validators of an element. */
export function checkOf(list: unknown, type: string): Node | undefined {
  return Array.isArray(list) ? list.filter(isNode).find((check) => typeOfCheck(check) === type) : undefined;
}

/** SurveyJS has two names for each: `regex` and `regexvalidator`. */
export function typeOfCheck(check: Node): string {
  return String(check['type']).replace(/validator$/, '');
}

/** The columns, rows or fields an element is made of. */
export function partsOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}
