import { z } from 'zod';
import { count, id, instant } from '../../http/answer.schema.js';
import { importModes } from './import.entity.js';

export const importQuery = z.object({
  mode: z.enum(importModes).default('apply').describe('`dry-run` only says what `apply` would do.'),
});

export const receivedImport = z.strictObject({ id }).meta({
  id: 'ReceivedImport',
  description: 'The file is there; a worker reads it.',
  examples: [{ id: '3' }],
});

const rows = z.strictObject({
  total: count.describe('The sum of the others.'),
  new: count,
  changed: count,
  unchanged: count,
  duplicate: count.describe('The same address stood further up in the file.'),
  invalid: count.describe('Turned away with a reason, see `rejects.csv`.'),
  suppressed: count.describe('The address may not be written to.'),
});

export const importStatus = z
  .strictObject({
    id,
    listId: id,
    mode: z.enum(importModes),
    state: z.enum(['receiving', 'queued', 'running', 'finished', 'failed']),
    rows,
    webAddresses: count.describe('Rows taken in whose name or salutation holds a web address.'),
    error: z.string().nullable().describe('Why it failed, for people.'),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({
    id: 'Import',
    description: 'A file on its way into a list: all of it or nothing.',
    examples: [
      {
        id: '3',
        listId: '1',
        mode: 'apply',
        state: 'finished',
        rows: { total: 400, new: 396, changed: 0, unchanged: 0, duplicate: 2, invalid: 1, suppressed: 1 },
        webAddresses: 0,
        error: null,
        createdAt: '2027-10-04T07:31:00.000Z',
        finishedAt: '2027-10-04T07:31:02.000Z',
      },
    ],
  });
