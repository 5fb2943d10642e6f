import { textsOf } from '../../common/messages.js';

/** Everything participants read on our pages besides the questionnaire itself. */
export const respondentTexts = textsOf('pages', {
  pageOf: (page: number, pages: number) => ({ page, pages }),
  minutes: (count: number) => ({ count }),
  errorSummary: (count: number) => ({ count }),
  sayWhich: (choice: string) => ({ choice }),
  atMostCharacters: (count: number) => ({ count }),
  numbers: {
    between: (min: string, max: string) => ({ min, max }),
    from: (min: string) => ({ min }),
    upTo: (max: string) => ({ max }),
  },
  choose: {
    exactly: (count: number) => ({ count }),
    between: (min: number, max: number) => ({ min, max }),
    atLeast: (count: number) => ({ count }),
    upTo: (count: number) => ({ count }),
  },
  means: (value: string, text: string) => ({ value, text }),
  /** Shown after closing to whoever had begun. */
  grace: (minutes: number) => ({ minutes }),
  closed: { on: (date: string) => ({ date }) },
  /** Some answers of a page have brought up further questions on it. */
  appeared: (count: number) => ({ count }),
  times: {
    between: (min: string, max: string) => ({ min, max }),
    from: (min: string) => ({ min }),
    upTo: (max: string) => ({ max }),
  },
  atLeastCharacters: (count: number) => ({ count }),
  rank: {
    between: (min: number, max: number) => ({ min, max }),
    atLeast: (count: number) => ({ count }),
    upTo: (count: number) => ({ count }),
  },
  unsubscribe: {
    ask: { text: (sender: string) => ({ sender }) },
    done: { text: (sender: string) => ({ sender }) },
    undone: { text: (sender: string) => ({ sender }) },
  },
});

export type RespondentTexts = (typeof respondentTexts)['de'];
