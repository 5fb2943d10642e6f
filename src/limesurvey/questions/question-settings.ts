import type { LssNotes } from '../lss-notes.js';
import type { LssQuestion } from '../file/lss-survey.js';

/** Notes the settings of a question that have no counterpart, whatever its type. */
export function noteSettings(question: LssQuestion, notes: LssNotes): void {
  const { code, attributes, subquestions, mandatory } = question;
  if (mandatory === 'S') notes.add(code, 'soft_mandatory');
  if (question.hasDefault) notes.add(code, 'default_values');

  const filters = attributes
    .given('array_filter', 'array_filter_exclude')
    .map((name) => attributes.get(name));
  if (filters.length > 0) notes.add(code, 'array_filter', { by: filters.join(', ') });
  if (attributes.given('em_validation_q', 'em_validation_sq').length > 0)
    notes.add(code, 'expression_validation');
  if (attributes.count('time_limit') !== undefined) notes.add(code, 'timer');
  if (attributes.get('random_group') !== '') notes.add(code, 'random_groups');
  const affixes = attributes.given('prefix', 'suffix').map((name) => attributes.get(name));
  if (affixes.length > 0) notes.add(code, 'affixes', { text: affixes.join(' … ') });

  const conditional = subquestions.filter(({ relevance }) => !['', '1'].includes(relevance.trim()));
  if (conditional.length > 0)
    notes.add(code, 'choice_conditions', { codes: conditional.map((item) => item.code).join(', ') });
}
