import { type Texts, textsByLanguage } from '../../common/texts.js';

/** Everything participants read on our pages apart from the questionnaire itself. */
export const respondentTexts = textsByLanguage('pages');

export type RespondentTexts = Texts['pages'];
