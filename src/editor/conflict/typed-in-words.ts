import type { ConsoleLocale, Locale } from '../../common/locale.js';
import { ownValue } from '../../common/own-value.js';
import { languageNames } from '../../console/formats.js';
import { type AskableQuestion, askableIn } from '../draft/askable-questions.js';
import { rowsInWords } from '../draft/condition-words.js';
import { texts } from '../../common/texts.js';
import { readCondition } from '../element/element-form.js';
import type { FormValues } from '../frame/posted-values.js';
import { fieldLabel, type Label } from '../frame/field-label.js';
import { fieldsOf } from '../element/question-fields.js';
import { kindById } from '../element/question-kinds.js';
import { located } from '../draft/questionnaire-steps.js';
import { type Draft, nodeAt, typeAt } from '../draft/questionnaire-tree.js';

/** One thing that was typed, as a reader would say it. */
export interface TypedLine {
  label: string;
  text: string;
}

/** What says where a form stood and what it was to do, and nothing that somebody typed. */
const AROUND =
  /^(?:number|at|was|do|then|view|kind|last|sure|to|up|down|flow|page|notes)$|^(?:columns|items)\.\d+\.name$/;
const CONDITION = /^(.+)\.(?:join|text|\d+\.(?:question|operator|value))$/;

/** What a form of the editor says, without its empty fields and those that stand as they do by themselves. */
export function typedInWords(
  values: FormValues,
  draft: Draft,
  languages: readonly Locale[],
  locale: ConsoleLocale,
): TypedLine[] {
  const type = typeOf(values, draft);
  const askable = askableIn(draft, locale);
  const seen = new Set<string>();
  return Object.entries(values).flatMap(([name, value]): TypedLine[] => {
    if (AROUND.test(name)) return [];
    const condition = conditionOf(name);
    if (condition === null) return fieldInWords(name, value, { type, languages, locale });
    if (seen.has(condition)) return [];
    seen.add(condition);
    return conditionLine(condition, values, askable, locale);
  });
}

/** The type of the element a form is about; `flow` for the whole questionnaire. */
function typeOf(values: FormValues, draft: Draft): string {
  if (Object.keys(values).some((name) => name.startsWith('completedHtml'))) return 'flow';
  const begins = values['do'] === 'add' ? kindById(values['kind'] ?? '')?.begins : undefined;
  if (begins) return begins.type;
  const at = located(draft, values['at'] ?? '', values['was'] ?? '');
  const node = at === null ? null : nodeAt(draft, at);
  return at !== null && node ? typeAt(node, at) : '';
}

/** `visibleIf` of `visibleIf.0.operator`; null for a field that belongs to no condition. */
function conditionOf(name: string): string | null {
  const [, property = ''] = CONDITION.exec(name) ?? [];
  return /^(?:visibleIf|enableIf|requiredIf|triggers\.\d+\.if)$/.test(property) ? property : null;
}

function conditionLine(
  property: string,
  values: FormValues,
  askable: readonly AskableQuestion[],
  locale: ConsoleLocale,
): TypedLine[] {
  const t = texts('editor', locale);
  const expression = readCondition(values, property, askable);
  if (expression === '') return [];
  const rule = /^triggers\.(\d+)/.exec(property)?.[1];
  const label =
    rule === undefined ? fieldLabel(locale, '', property)[0] : t.flow.trigger({ n: Number(rule) + 1 });
  return [{ label, text: rowsInWords(expression, askable, t) ?? expression }];
}

interface Around {
  type: string;
  languages: readonly Locale[];
  locale: ConsoleLocale;
}

function fieldInWords(name: string, value: string, around: Around): TypedLine[] {
  const { type, languages, locale } = around;
  const t = texts('editor', locale);
  const form = texts('question-form', locale);
  const steps = name.split('.');
  const language = languages.find((one) => one === steps.at(-1));
  const path = language ? steps.slice(0, -1) : steps;
  const [property = '', index = '', part = ''] = path;
  const field = fieldsOf(type).find((one) => one.property === property);
  const isByItself = field?.kind === 'select' && field.otherwise === value;
  if (value.trim() === '' || isByItself || (part === 'kind' && value === 'none')) return [];

  const options: Record<string, string> = form.options;
  const text =
    value === 'yes'
      ? t.condition.yes
      : (ownValue(options, `${property}.${value}`) ??
        options[`cellType.${part === 'type' ? value : ''}`] ??
        options[`inputType.${part === 'type' ? value : ''}`] ??
        (part === 'kind' ? ownValue<string>(t.flow.kinds, value) : undefined) ??
        value);
  const label = labelOf(type, property, index, part, locale);
  return [
    {
      label: language && languages.length > 1 ? `${label} (${languageNames([language], locale)})` : label,
      text,
    },
  ];
}

function labelOf(type: string, property: string, index: string, part: string, locale: ConsoleLocale): string {
  const t = texts('editor', locale);
  const { part: parts, checks } = texts('question-form', locale);
  const flow: Record<string, string> = {
    title: t.flow.surveyTitle,
    description: t.flow.intro,
    completedHtml: t.flow.completed,
  };
  const ofRule: Record<string, string> = { kind: t.flow.then, goto: t.flow.goto };
  const ofValue: Record<string, string> = {
    name: t.flow.calculatedName,
    expression: t.flow.expression,
    kept: t.flow.kept,
  };
  if (property === 'json') return t.json.label;
  const ofFlow = type === 'flow' ? ownValue(flow, property) : undefined;
  if (ofFlow) return ofFlow;
  if (property === 'triggers')
    return `${t.flow.trigger({ n: Number(index) + 1 })}: ${ownValue(ofRule, part) ?? part}`;
  if (property === 'calculated')
    return `${t.flow.calculated} ${String(Number(index) + 1)}: ${ownValue(ofValue, part) ?? part}`;
  const check = property === 'validators' ? ownValue<Label>(checks, index) : undefined;
  if (check) return check[0];
  const [label] = fieldLabel(locale, type, property);
  if (part === '') return label;
  return `${label} ${String(Number(index) + 1)}: ${ownValue<string>(parts, part) ?? part}`;
}
