import type { LssCondition, LssQuestion } from './file/lss-survey.js';

/**
 * The old conditions of one question as ExpressionScript, the way LimeSurvey itself converts them: any
 * scenario will do; within one, each field looked at must have one of the values named for it.
 */
export function expressionOfConditions(
  conditions: readonly LssCondition[],
  questions: ReadonlyMap<string, LssQuestion>,
): string {
  const scenarios = new Map<string, Map<string, string[]>>();
  for (const condition of conditions) {
    const fields = scenarios.get(condition.scenario) ?? new Map<string, string[]>();
    scenarios.set(condition.scenario, fields);
    const alternatives = fields.get(condition.field) ?? [];
    fields.set(condition.field, alternatives);
    alternatives.push(comparisonOf(condition, questions.get(condition.question)));
  }
  const all = (fields: Map<string, string[]>) =>
    [...fields.values()].map((alternatives) => `(${alternatives.join(' or ')})`).join(' and ');
  return [...scenarios.values()].map((fields) => `(${all(fields)})`).join(' or ');
}

function comparisonOf({ field, method, value }: LssCondition, question: LssQuestion | undefined): string {
  // Of a multiple choice either one box is named with a plus, or the box stands as the value.
  const isBox = question !== undefined && ['M', 'P'].includes(question.type) && !field.startsWith('+');
  if (isBox) return `${question.code}_${value}.NAOK == "Y"`;

  const name = field.startsWith('{') ? field.slice(1, -1) : `${field.replace(/^\+/, '')}.NAOK`;
  if (method === 'RX') return `regexMatch(${literal(value)}, ${name})`;
  // `a<b` is how LimeSurvey marks that texts are compared.
  const operator = method.replace(/^a/, '').replace(/b$/, '').trim() || '==';
  return `${name} ${operator} ${literal(value)}`;
}

function literal(value: string): string {
  const other = /^@(.+)@$/.exec(value)?.[1];
  if (other !== undefined) return `${other}.NAOK`;
  if (/^\{.+\}$/.test(value)) return value.slice(1, -1);
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
