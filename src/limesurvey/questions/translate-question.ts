import {
  arrayQuestion,
  dualArrayQuestion,
  numberTableQuestion,
  textTableQuestion,
} from './array-questions.js';
import { genderQuestion, listQuestion, multipleQuestion, rankingQuestion } from './choice-questions.js';
import type { LssQuestion } from '../file/lss-survey.js';
import { kindOf, type QuestionKind } from './question-kinds.js';
import { noteSettings } from './question-settings.js';
import { basicsOf, element, type SurveyElement, type Translating } from './survey-element.js';
import { dateQuestion, numberQuestion, textQuestion, textsQuestion } from './text-questions.js';

type Translate = (question: LssQuestion, own: Translating) => SurveyElement[];

const translations: Readonly<Record<Exclude<QuestionKind, 'equation'>, Translate>> = {
  list: listQuestion,
  multiple: multipleQuestion,
  ranking: rankingQuestion,
  text: textQuestion,
  number: numberQuestion,
  date: dateQuestion,
  texts: textsQuestion,
  numbers: textsQuestion,
  gender: genderQuestion,
  array: arrayQuestion,
  dualArray: dualArrayQuestion,
  numberTable: numberTableQuestion,
  textTable: textTableQuestion,
  yesNo: (question, own) => [element({ type: 'boolean', ...basicsOf(question, own) })],
  rating: (question, own) => [
    element({ type: 'rating', ...basicsOf(question, own), rateMin: 1, rateMax: 5 }),
  ],
  display: displayQuestion,
};

/** The elements that ask what the question asked; mostly one. Equations are not asked, see equations.ts. */
export function translateQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const kind = kindOf(question);
  if (kind === undefined || kind === 'equation') return [];
  noteSettings(question, own.notes);
  return translations[kind](question, own);
}

/** A text between the questions. Without words there is nothing to show. */
function displayQuestion({ code, text, help }: LssQuestion, { names, texts }: Translating): SurveyElement[] {
  const own = texts.html(text, code);
  const more = texts.html(help, code);
  if (!own && !more) return [];
  const languages = [...new Set([...Object.keys(own ?? {}), ...Object.keys(more ?? {})])];
  const html = languages.map(
    (language) => [language, [own?.[language], more?.[language]].filter(Boolean).join('\n\n')] as const,
  );
  return [{ type: 'html', name: names.name, html: Object.fromEntries(html) }];
}
