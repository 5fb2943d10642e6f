import type { Locale } from '../../../common/locale.js';
import { kindOf, type PlanQuestion } from '../../kinds/registry.js';
import type { AnswerForm } from './answer-fields.js';
import type { ReadAnswer } from './reading.js';

/** Reads what was posted for one question, as its kind does. */
export function readAnswer(question: PlanQuestion, form: AnswerForm, locale: Locale): ReadAnswer {
  return kindOf(question).read(question, form, locale);
}
