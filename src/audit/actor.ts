import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts, as the audit log names them: never by an address. */
export type Actor = `staff:${string}` | `token:${string}` | 'cli' | 'system';

const actors = new AsyncLocalStorage<Actor>();

/** Runs work in somebody's name: whatever it records, also after an `await`, is recorded as theirs. */
export function runAs<Result>(actor: Actor, work: () => Result): Result {
  return actors.run(actor, work);
}

/** In whose name the present work is done; `system` where nobody asked for it, as in sweeps and jobs. */
export function currentActor(): Actor {
  return actors.getStore() ?? 'system';
}
