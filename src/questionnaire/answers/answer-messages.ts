import { type Texts, textsByLanguage } from '../../common/texts.js';

/** What people are told about an answer that cannot be taken, in words that say what to do. */
export const answerMessages = textsByLanguage('answers');

export type AnswerMessages = Texts['answers'];
