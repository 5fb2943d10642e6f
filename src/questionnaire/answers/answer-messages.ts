import { textsOf } from '../../common/messages.js';

/** What people are told about an answer that cannot be taken, in words that say what to do. */
export const answerMessages = textsOf('answers', {
  sayWhichOther: (other: string) => ({ other }),
  noneAlone: (none: string) => ({ none }),
  chooseAtLeast: (count: number) => ({ count }),
  chooseAtMost: (count: number) => ({ count }),
  shorten: (by: number, maxLength: number) => ({ by, maxLength }),
  lengthen: (by: number, minLength: number) => ({ by, minLength }),
  atLeast: (bound: string) => ({ bound }),
  atMost: (bound: string) => ({ bound }),
  notBefore: (bound: string) => ({ bound }),
  notAfter: (bound: string) => ({ bound }),
  inSteps: (step: string) => ({ step }),
  columnTaken: (column: string) => ({ column }),
  rankFrom: (count: number) => ({ count }),
  rankTwice: (rank: number) => ({ rank }),
  rankMissing: (rank: number) => ({ rank }),
  rankAll: (count: number) => ({ count }),
  rankAtLeast: (count: number) => ({ count }),
  rankAtMost: (count: number) => ({ count }),
});

export type AnswerMessages = (typeof answerMessages)['de'];
