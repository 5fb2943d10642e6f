import type { JournalEntry } from '../safeguards/opt-out-journal.js';

/** Somebody on a list, as far as it bears on what is done again. */
export interface Listed {
  listId: string;
  createdAt: Date;
  isUnsubscribed: boolean;
}

/** What is to be done again about one subscriber. */
export interface Redo {
  erase: boolean;
  /** Null leaves the subscription as it is. */
  subscription: 'unsubscribe' | 'resubscribe' | null;
  /** By survey, in the end. */
  declines: Map<string, { what: 'decline' | 'undo-decline'; at: Date }>;
}

/**
 * What one subscriber asked for since the state that was restored, from the entries about their address in
 * order of time: the last word counts. Anyone who came to the list later than that is somebody new.
 */
export function redoFor(person: Listed, entries: readonly JournalEntry[]): Redo {
  const redo: Redo = { erase: false, subscription: null, declines: new Map() };
  for (const { what, at, list, survey } of entries) {
    const then = new Date(at);
    const isOwn = list === person.listId && person.createdAt <= then;
    if (what === 'erase' && isOwn) redo.erase = true;
    if ((what === 'unsubscribe' || what === 'resubscribe') && isOwn) redo.subscription = what;
    if ((what === 'decline' || what === 'undo-decline') && survey !== undefined)
      redo.declines.set(survey, { what, at: then });
  }
  const wants = redo.subscription === null ? null : redo.subscription === 'unsubscribe';
  if (wants === person.isUnsubscribed) redo.subscription = null;
  return redo;
}
