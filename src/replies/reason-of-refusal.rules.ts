import type { Blame, Judgement } from './judgement.js';

/** Why a mail was refused for good, as far as a reply tells. */
export type RefusalReason = 'refused' | 'refused_soft' | 'unclear' | Exclude<Blame, 'person' | 'unknown'>;

/** What a refusal is entered as; only `refused` and `refused_soft` are ever held against the person. */
export function reasonOfRefusal({ blame, severity }: Judgement): RefusalReason {
  switch (blame) {
    case 'person':
      return severity === 'hard' ? 'refused' : 'refused_soft';
    case 'unknown':
      return 'unclear';
    case 'sender':
    case 'letter':
    case 'provider':
    case 'server':
      return blame;
  }
}
