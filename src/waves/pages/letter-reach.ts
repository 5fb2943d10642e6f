import type { LetterReach } from '../wave-letters.service.js';

interface ReachTexts {
  all: string;
  some: (values: { waiting: number; gone: number }) => string;
}

/** How many mails a rewritten letter still reaches; everybody's as long as none is prepared. */
export function reachInWords(t: ReachTexts, { waiting, gone }: LetterReach): string {
  return waiting === null ? t.all : t.some({ waiting, gone });
}
