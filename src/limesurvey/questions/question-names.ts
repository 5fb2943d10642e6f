import type { LssNotes } from '../lss-notes.js';
import type { LssQuestion } from '../file/lss-survey.js';

export interface QuestionNames {
  name: string;
  /** Of the comment that goes with a list (type O). */
  comment: string;
}

/** Names that mean something of their own in SurveyJS' expressions or in ours. */
const reserved = ['person', 'item', 'row', 'panel', 'survey', 'self', 'choice', 'constructor', 'prototype'];

/**
 * A name for each question, by its id: its code, where that is plain and not yet taken. Capitals do not
 * tell names apart, as SurveyJS finds answers without minding them.
 */
export function nameQuestions(
  questions: readonly LssQuestion[],
  notes: LssNotes,
): ReadonlyMap<string, QuestionNames> {
  const taken = new Set(reserved);
  const take = (wanted: string): string => {
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}_${number}`;
    taken.add(name.toLowerCase());
    return name;
  };
  const names = questions.map((question) => {
    const plain = question.code.replaceAll(/\W/g, '_').replace(/^_+$/, '').slice(0, 80);
    const name = take(plain === '' ? `q${question.id}` : plain);
    if (name !== question.code) notes.add(question.code, 'renamed', { from: question.code, to: name });
    return [question.id, name] as const;
  });
  return new Map(names.map(([id, name]) => [id, { name, comment: take(`${name}_comment`) }]));
}
