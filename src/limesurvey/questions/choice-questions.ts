import type { LssQuestion } from '../file/lss-survey.js';
import { noneChoiceOf, rankedItems } from './question-kinds.js';
import { commentWord, genderWords } from './standard-words.js';
import { basicsOf, choicesOf, element, type SurveyElement, type Translating } from './survey-element.js';

/** L and O become buttons, ! a list to open; the comment of an O becomes a question of its own. */
export function listQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const list = element({
    type: question.type === '!' ? 'dropdown' : 'radiogroup',
    ...basicsOf(question, own),
    choices: choicesOf(question.answers, question, own),
    choicesOrder: orderOf(question),
    ...otherOf(question, own),
  });
  if (question.type !== 'O') return [list];
  own.notes.add(question.code, 'comment_apart', { name: own.names.comment });
  return [list, { type: 'comment', name: own.names.comment, title: own.texts.standard(commentWord) }];
}

export function multipleQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const none = noneChoiceOf(question);
  const { attributes, subquestions } = question;
  const exclusive = attributes.get('exclude_all_others');
  if (exclusive !== '' && !none) own.notes.add(question.code, 'exclusive_choices', { codes: exclusive });
  if (question.type === 'P') own.notes.add(question.code, 'comments_per_choice');
  const choices = subquestions.filter((item) => item !== none);
  const available = choices.length + (question.hasOther ? 1 : 0);
  return [
    element({
      type: 'checkbox',
      ...basicsOf(question, own),
      choices: choicesOf(choices, question, own),
      choicesOrder: orderOf(question),
      ...otherOf(question, own),
      ...(none && { showNoneItem: true, noneText: own.texts.plain(none.text, question.code) }),
      ...limitsOf(question, available),
    }),
  ];
}

/** SurveyJS ranks all there is unless told to let people choose what they rank. */
export function rankingQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const items = rankedItems(question);
  const limits = limitsOf(question, items.length);
  const isPartial = limits.maxSelectedChoices !== undefined && limits.maxSelectedChoices < items.length;
  if (!isPartial) own.notes.add(question.code, 'ranking_whole');
  return [
    element({
      type: 'ranking',
      ...basicsOf(question, own),
      choices: choicesOf(items, question, own),
      choicesOrder: orderOf(question),
      ...(isPartial && { selectToRankEnabled: true, ...limits }),
    }),
  ];
}

export function genderQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const choices = (['F', 'M'] as const).map((value) => ({
    value,
    text: own.texts.standard(genderWords[value]),
  }));
  return [element({ type: 'radiogroup', ...basicsOf(question, own), choices })];
}

function otherOf(question: LssQuestion, { texts }: Translating): Record<string, unknown> {
  if (!question.hasOther) return {};
  const otherText = texts.plain(question.attributes.text('other_replace_text'), question.code);
  return { showOtherItem: true, otherText };
}

function limitsOf(
  { attributes }: LssQuestion,
  available: number,
): { minSelectedChoices: number | undefined; maxSelectedChoices: number | undefined } {
  const most = attributes.count('max_answers');
  const least = attributes.count('min_answers');
  return {
    minSelectedChoices:
      least !== undefined && least <= Math.min(most ?? available, available) ? least : undefined,
    maxSelectedChoices: most,
  };
}

function orderOf({ attributes }: LssQuestion): 'random' | 'asc' | undefined {
  const order = attributes.get('answer_order') || attributes.get('subquestion_order');
  if (order === 'random' || attributes.isOn('random_order')) return 'random';
  return order === 'alphabetical' || attributes.isOn('alphasort') ? 'asc' : undefined;
}
