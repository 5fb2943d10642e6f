import { linesOfChoices } from './choice-lines.js';
import { rowsOfExpression } from '../draft/condition-rows.js';
import { checkOf, partsOf } from './element-lists.js';
import { plain, textsOf } from './form-texts.js';
import type { FormValues } from '../frame/posted-values.js';
import type { Field } from '../../questionnaire/kinds/editor-fields.js';
import { nameOf, type Node, textOf } from '../draft/questionnaire-tree.js';

/** The form of an element as it stands. */
export function valuesOf(node: Node, fields: readonly Field[], languages: readonly string[]): FormValues {
  return Object.assign({}, ...fields.map((field) => fieldValues(node, field, languages))) as FormValues;
}

function fieldValues(node: Node, field: Field, languages: readonly string[]): FormValues {
  const { property } = field;
  const value = node[property];
  const [main = 'de'] = languages;
  switch (field.kind) {
    case 'text':
      if (!field.localized) return { [property]: plain(value) };
      return under(property, textsOf(value, languages));
    case 'flag':
      return { [property]: value === true ? 'yes' : '' };
    case 'number':
    case 'bound':
    case 'expression':
    case 'name':
      return { [property]: plain(value) };
    case 'select':
      return { [property]: typeof value === 'string' ? value : field.otherwise };
    case 'lines':
      return under(property, linesOfChoices(value, languages));
    case 'parts':
      return Object.assign(
        {},
        ...partsOf(value).map((part, index) =>
          under(`${property}.${index}`, {
            name: nameOf(part),
            type: plain(part[field.typeKey]),
            required: part['isRequired'] === true ? 'yes' : '',
            ...under('title', titlesOf(part, languages, main)),
            ...(field.typeKey === 'cellType' && under('choices', linesOfChoices(part['choices'], languages))),
          }),
        ),
      ) as FormValues;
    case 'condition':
      return conditionValues(property, plain(value));
    case 'checks': {
      const [regex, minLength] = [checkOf(value, 'regex'), checkOf(value, 'text')];
      return {
        'validators.regex': plain(regex?.['regex']),
        'validators.minLength': plain(minLength?.['minLength']),
        'validators.expression': plain(checkOf(value, 'expression')?.['expression']),
        ...under('validators.text', textsOf((regex ?? checkOf(value, 'expression'))?.['text'], languages)),
      };
    }
  }
}

function conditionValues(property: string, expression: string): FormValues {
  const read = expression ? rowsOfExpression(expression) : { join: 'and', rows: [] };
  if (!read) return { [`${property}.text`]: expression };
  const rows = read.rows.map((row, index) =>
    under(`${property}.${index}`, {
      question: row.question,
      operator: row.operator,
      value: row.value === null ? '' : String(row.value),
    }),
  );
  return Object.assign({ [`${property}.join`]: read.join, [`${property}.text`]: '' }, ...rows) as FormValues;
}

function titlesOf(part: Node, languages: readonly string[], main: string): Record<string, string> {
  const titles = textsOf(part['title'], languages);
  return textOf(part['title'], main) ? titles : { ...titles, [main]: nameOf(part) };
}

function under(prefix: string, values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, value]));
}
