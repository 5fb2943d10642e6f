import type { AskableQuestion } from '../draft/askable-questions.js';
import { rowsOfExpression } from '../draft/condition-rows.js';
import { indices, readCondition } from '../element/element-form.js';
import { localized, textsOf } from '../element/form-texts.js';
import type { FormValues } from '../frame/posted-values.js';
import {
  type Draft,
  isNode,
  isQuestionType,
  labelOf,
  nameOf,
  type Node,
  placedIn,
  typeAt,
} from '../draft/questionnaire-tree.js';

/** Texts of the whole questionnaire, by property. */
export const flowTexts = ['title', 'description', 'completedHtml'] as const;

/** Triggers that the form knows: a jump, and the end for people it is not meant for. */
export function knownTriggers(draft: Draft): Node[] {
  return listOf(draft['triggers']).filter(isKnown);
}

export function otherTriggers(draft: Draft): Node[] {
  return listOf(draft['triggers']).filter((trigger) => !isKnown(trigger));
}

/** Where a jump may lead: every question. */
export function targetsIn(draft: Draft, language: string): { value: string; label: string }[] {
  return placedIn(draft)
    .filter(({ node, address }) => isQuestionType(typeAt(node, address)) && nameOf(node) !== '')
    .map(({ node }) => ({ value: nameOf(node), label: labelOf(node, language) }));
}

export function valuesOfFlow(draft: Draft, languages: readonly string[]): FormValues {
  const values: Record<string, string> = {};
  for (const property of flowTexts) {
    for (const [language, text] of Object.entries(textsOf(draft[property], languages)))
      values[`${property}.${language}`] = text;
  }
  knownTriggers(draft).forEach((trigger, index) => {
    const at = `triggers.${index}`;
    const expression = typeof trigger['expression'] === 'string' ? trigger['expression'] : '';
    const read = expression ? rowsOfExpression(expression) : null;
    values[`${at}.kind`] = kindOfTrigger(trigger);
    values[`${at}.goto`] = typeof trigger['gotoName'] === 'string' ? trigger['gotoName'] : '';
    values[`${at}.if.join`] = read?.join ?? 'and';
    values[`${at}.if.text`] = read ? '' : expression;
    read?.rows.forEach((row, position) => {
      values[`${at}.if.${position}.question`] = row.question;
      values[`${at}.if.${position}.operator`] = row.operator;
      values[`${at}.if.${position}.value`] = row.value === null ? '' : String(row.value);
    });
  });
  listOf(draft['calculatedValues']).forEach((value, index) => {
    values[`calculated.${index}.name`] = nameOf(value);
    values[`calculated.${index}.expression`] =
      typeof value['expression'] === 'string' ? value['expression'] : '';
    values[`calculated.${index}.kept`] = value['includeIntoResult'] === true ? 'yes' : '';
  });
  return values;
}

/** The questionnaire with what the form says; triggers of other kinds stay behind those of the form. */
export function readFlow(
  values: FormValues,
  draft: Draft,
  languages: readonly string[],
  askable: readonly AskableQuestion[],
): Draft {
  const next = structuredClone(draft);
  const set = (property: string, value: unknown) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0))
      Reflect.deleteProperty(next, property);
    else next[property] = value;
  };
  for (const property of flowTexts) {
    const texts = Object.fromEntries(
      languages.map((language) => [
        language,
        (values[`${property}.${language}`] ?? '').replaceAll('\r\n', '\n'),
      ]),
    );
    set(property, localized(draft[property], texts, languages));
  }
  const triggers = indices(values, 'triggers').flatMap((index): Node[] => {
    const at = `triggers.${index}`;
    const expression = readCondition(values, `${at}.if`, askable);
    const kind = values[`${at}.kind`];
    if (expression === '' || (kind !== 'skip' && kind !== 'complete')) return [];
    const goto = values[`${at}.goto`] ?? '';
    return [{ type: kind, expression, ...(kind === 'skip' && { gotoName: goto }) }];
  });
  set('triggers', [...triggers, ...otherTriggers(draft)]);
  const calculated = indices(values, 'calculated').flatMap((index): Node[] => {
    const at = `calculated.${index}`;
    const [name, expression] = [
      (values[`${at}.name`] ?? '').trim(),
      (values[`${at}.expression`] ?? '').trim(),
    ];
    if (name === '' && expression === '') return [];
    return [{ name, expression, ...(values[`${at}.kept`] === 'yes' && { includeIntoResult: true }) }];
  });
  set('calculatedValues', calculated);
  return next;
}

function kindOfTrigger(trigger: Node): string {
  return String(trigger['type']).replace(/trigger$/, '');
}

function isKnown(trigger: Node): boolean {
  return ['skip', 'complete'].includes(kindOfTrigger(trigger));
}

function listOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}
