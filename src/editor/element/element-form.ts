import { type AskableQuestion, storedValue } from '../draft/askable-questions.js';
import { choicesOfLines } from './choice-lines.js';
import { type ConditionRow, expressionOfRows, needsValue, operators } from '../draft/condition-rows.js';
import { partsOf, typeOfCheck } from './element-lists.js';
import { localized, textsIn } from './form-texts.js';
import type { FormValues } from '../frame/posted-values.js';
import type { Field } from '../../questionnaire/kinds/editor-fields.js';
import { freeName, slugOf } from '../draft/question-names.js';
import { isNode, nameOf, type Node } from '../draft/questionnaire-tree.js';

/** Codes of what is wrong with a field. */
export type FieldProblem = 'number' | 'name' | 'name_taken' | 'title' | 'regex';

export interface ReadElement {
  node: Node;
  /** By the name of the field. */
  errors: Record<string, FieldProblem>;
}

interface Circumstances {
  languages: readonly string[];
  askable: readonly AskableQuestion[];
  /** Names of all other elements. */
  taken: ReadonlySet<string>;
}

/** An element with what a form says; what the form does not speak of stays as it is. */
export function readElement(
  values: FormValues,
  before: Node,
  fields: readonly Field[],
  circumstances: Circumstances,
): ReadElement {
  const node = structuredClone(before);
  const errors: Record<string, FieldProblem> = {};
  for (const field of fields) readField(values, node, field, circumstances, errors);
  return { node, errors };
}

function readField(
  values: FormValues,
  node: Node,
  field: Field,
  circumstances: Circumstances,
  errors: Record<string, FieldProblem>,
): void {
  const { property } = field;
  const { languages, askable, taken } = circumstances;
  const has = Object.keys(values).some((key) => key === property || key.startsWith(`${property}.`));
  if (!has) return;
  const typed = (values[property] ?? '').trim();
  const set = (value: unknown) => {
    put(node, property, value);
  };
  switch (field.kind) {
    case 'text':
      if (field.localized) set(localized(node[property], textsIn(values, property, languages), languages));
      else set(typed || undefined);
      return;
    case 'flag':
      set(typed === 'yes' || undefined);
      return;
    case 'number': {
      const number = numberOf(typed);
      if (number === null) errors[property] = 'number';
      else set(number);
      return;
    }
    case 'bound': {
      const number = numberOf(typed);
      const isText = node['inputType'] === 'date' || node['inputType'] === 'time';
      if (!isText && number === null) errors[property] = 'number';
      else set(isText ? typed || undefined : number);
      return;
    }
    case 'expression':
      set(typed || undefined);
      return;
    case 'name':
      if (typed === '' && nameOf(node)) return;
      if (/[\p{Cc}{}[\].]/u.test(typed) || typed.length > 100) errors[property] = 'name';
      else if (taken.has(typed)) errors[property] = 'name_taken';
      else if (typed) node[property] = typed;
      return;
    case 'select':
      if (field.options.includes(typed))
        set(typed === field.otherwise && node[property] === undefined ? undefined : typed);
      if (node[property] === field.otherwise) set(undefined);
      return;
    case 'lines': {
      const list = choicesOfLines(textsIn(values, property, languages), node[property], languages);
      set(list.length > 0 ? list : undefined);
      return;
    }
    case 'parts':
      set(readParts(values, node[property], field, languages));
      return;
    case 'condition':
      set(readCondition(values, property, askable) || undefined);
      return;
    case 'checks':
      readChecks(values, node, languages, errors);
  }
}

/** A condition from its rows; a text typed by an expert goes before them. */
export function readCondition(
  values: FormValues,
  property: string,
  askable: readonly AskableQuestion[],
): string {
  const text = (values[`${property}.text`] ?? '').trim();
  if (text) return text;
  const rows = indices(values, property).flatMap((index): ConditionRow[] => {
    const question = values[`${property}.${index}.question`] ?? '';
    const wanted = values[`${property}.${index}.operator`];
    const operator = operators.find((candidate) => candidate === wanted) ?? '=';
    const typed = values[`${property}.${index}.value`] ?? '';
    if (question === '' || (needsValue(operator) && typed === '')) return [];
    const asked = askable.find(({ name }) => name === question);
    const many = asked?.kind === 'many';
    const fitting =
      many && operator === '=' ? 'contains' : many && operator === '<>' ? 'notcontains' : operator;
    return [{ question, operator: fitting, value: needsValue(operator) ? storedValue(asked, typed) : null }];
  });
  return expressionOfRows({ join: values[`${property}.join`] === 'or' ? 'or' : 'and', rows });
}

function readParts(
  values: FormValues,
  before: unknown,
  field: Extract<Field, { kind: 'parts' }>,
  languages: readonly string[],
): Node[] | undefined {
  const old = partsOf(before);
  const taken = new Set<string>();
  const parts = indices(values, field.property).flatMap((index): Node[] => {
    const at = `${field.property}.${index}`;
    const texts = textsIn(values, `${at}.title`, languages);
    const title = Object.values(texts).find((text) => text !== '');
    if (title === undefined) return [];
    const known = old.find((part) => nameOf(part) !== '' && nameOf(part) === values[`${at}.name`]);
    const name = known ? nameOf(known) : freeName(title, taken, slugOf(title) || 'spalte');
    taken.add(name);
    const part: Node = { ...known, name };
    put(part, 'title', localized(part['title'], texts, languages));
    const type = values[`${at}.type`] ?? '';
    if (field.types.includes(type))
      put(part, field.typeKey, type === 'text' && field.typeKey === 'inputType' ? undefined : type);
    put(part, 'isRequired', values[`${at}.required`] === 'yes' || undefined);
    if (field.typeKey === 'cellType') {
      const choices = choicesOfLines(textsIn(values, `${at}.choices`, languages), part['choices'], languages);
      put(part, 'choices', choices.length > 0 ? choices : undefined);
    }
    return [part];
  });
  return parts.length > 0 ? parts : undefined;
}

function readChecks(
  values: FormValues,
  node: Node,
  languages: readonly string[],
  errors: Record<string, FieldProblem>,
): void {
  const said = (name: string) => (values[`validators.${name}`] ?? '').trim();
  const before = Array.isArray(node['validators']) ? node['validators'].filter(isNode) : [];
  const text = (old: Node | undefined) =>
    localized(old?.['text'], textsIn(values, 'validators.text', languages), languages);
  const minLength = numberOf(said('minLength'));
  if (minLength === null) errors['validators.minLength'] = 'number';
  if (said('regex') && !isRegex(said('regex'))) errors['validators.regex'] = 'regex';

  const made: [string, Node | null][] = [
    ['text', minLength ? { minLength } : null],
    ['regex', said('regex') ? { regex: said('regex') } : null],
    ['expression', said('expression') ? { expression: said('expression') } : null],
  ];
  const others = before.filter((check) => !made.some(([type]) => typeOfCheck(check) === type));
  const checks = made.flatMap(([type, own]): Node[] => {
    if (!own) return [];
    const old = before.find((check) => typeOfCheck(check) === type);
    const check: Node = { ...old, type, ...own };
    if (type !== 'text') put(check, 'text', text(old));
    return [check];
  });
  put(node, 'validators', checks.length + others.length > 0 ? [...others, ...checks] : undefined);
}

function isRegex(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

/** The places of a list in a form: `items.0`, `items.1`; in order, whatever their numbers. */
export function indices(values: FormValues, property: string): number[] {
  const found = Object.keys(values).flatMap((key) => {
    const index = key.startsWith(`${property}.`)
      ? /^(\d{1,3})\./.exec(key.slice(property.length + 1))?.[1]
      : undefined;
    return index === undefined ? [] : [Number(index)];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

function put(node: Node, property: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(node, property);
  else node[property] = value;
}

function numberOf(typed: string): number | null | undefined {
  if (typed === '') return undefined;
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
