import { textsByLanguage } from '../../common/texts.js';

/** What the pages say on which people decline a survey or put it off. Dates are written out. */
export const optOutTexts = textsByLanguage('opt-outs');
