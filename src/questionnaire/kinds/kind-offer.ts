import type { Texts } from '../../common/texts.js';

/** What staff choose from, in this order. */
export const kindGroups = [
  'text',
  'choice',
  'scale',
  'table',
  'ranking',
  'consent',
  'note',
  'calculation',
  'panel',
] as const;
export type KindGroup = (typeof kindGroups)[number];

/** Kinds of elements as staff tell them apart: a type of SurveyJS, or one with a usual setting. */
export type KindId = keyof Texts['question-kinds']['kinds'];

/** What „Frage hinzufügen“ offers: a type, or a type with a usual setting. */
export interface KindOffer {
  id: KindId;
  group: KindGroup;
  /** Among those of its group, from 1. */
  place: number;
  /** What a new one begins with, as SurveyJS JSON. */
  begins: Record<string, unknown> & { type: string };
  /** A line drawing on a field of 16 × 16. */
  drawing: string;
}
