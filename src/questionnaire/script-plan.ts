import type { BrowserPlan } from './browser-plan.js';

/** All that the script of a questionnaire page is told; what it does is only a convenience. */
export interface ScriptPlan {
  /** BCP 47, for numbers. */
  language: string;
  /** Null where nothing on the page depends on its own answers. */
  plan: BrowserPlan | null;
  /** How calculated questions are written, by name in lower case. */
  outputs: Record<string, { id: string; number: Intl.NumberFormatOptions; format: string }>;
  texts: ScriptTexts;
}

/** What the script says; parts are put in for %1, %2, … */
type ScriptTexts = Record<
  | 'found'
  | 'chosen'
  | 'charactersLeft'
  | 'charactersOver'
  | 'up'
  | 'down'
  | 'takeOrder'
  | 'place'
  | 'unplaced',
  string
>;
