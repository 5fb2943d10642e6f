import { textsOf } from '../../common/messages.js';

/** What the pages say on which people choose not this survey, or later. Dates are written out. */
export const wishTexts = textsOf('wishes', {
  toQuestionnaire: (closing: string) => ({ closing }),
  snooze: {
    ask: { text: (at: string) => ({ at }) },
    done: { text: (at: string) => ({ at }) },
  },
});
