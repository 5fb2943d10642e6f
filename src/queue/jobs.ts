/**
 * Every job and its payload: ids only, never people. A job is a bell (P4): it says "look there", and the
 * worker looks into Postgres for what there is to do. It may ring twice, late or never.
 */
export interface JobPayloads {
  /** Reads an uploaded file into its list. */
  'import-list': { import: string };
  /** Erases everybody who was on a list when it was asked for. */
  'empty-list': { list: string };
  /** Plans a wave whose time has come. */
  'start-wave': { wave: string };
  /** Sends what is planned and due in a wave. */
  'send-wave': { wave: string };
  /** Sends the thank-yous that are due; a lane of its own. */
  'send-thank-yous': Record<string, never>;
}

export type JobKind = keyof JobPayloads;

export const jobKinds = [
  'import-list',
  'empty-list',
  'start-wave',
  'send-wave',
  'send-thank-yous',
] as const satisfies JobKind[];
