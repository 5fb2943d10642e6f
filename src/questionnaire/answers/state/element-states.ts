/**
 * What holds at a set of answers: which elements are there, can be answered and must be. Evaluated anew at
 * every step, from the plan alone.
 */
export interface ElementStates {
  /** Ids of pages, panels, notes and questions that are not there; what lies within one is named too. */
  hidden: ReadonlySet<string>;
  /** Ids of questions, panels and pages that cannot be answered; what lies within one is named too. */
  disabled: ReadonlySet<string>;
  /** Ids of questions, panels and pages that need an answer. */
  required: ReadonlySet<string>;
  /** Values of choices or rows that are not on offer, by question id; `offeredChoices` and `offeredRows` ask it. */
  withheld: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values of choices that are shown but cannot be chosen, by question id. */
  unavailable: ReadonlyMap<string, ReadonlySet<string>>;
  /** Answers with calculated values and expression questions filled in, and withheld choices taken out. */
  values: Readonly<Record<string, unknown>>;
}
