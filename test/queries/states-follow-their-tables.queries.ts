import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project-folder.js';
import { deliveries } from '../../src/ledger/states/message.entity.js';
import { waveStates } from '../../src/ledger/states/wave.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign } from '../support/campaign.js';
import { stepsOfTables } from '../support/known-steps.js';
import { rowsOf } from '../../src/database/rows.js';

let app: TestApp;
let survey: string;

beforeAll(async () => {
  app = await startApp();
  ({ surveyId: survey } = await startCampaign(app, { people: 1 }));
});

afterAll(async () => {
  await app.close();
});

/** Every SQL text in the sources that sets the state of a table, with the values it names. */
function statesSetIn(table: string): { where: string; states: string[] }[] {
  const files = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = [
    ...files.filter((file) => /(?<!spec)\.tsx?$/.test(file)).map((file) => join('src', file)),
    ...readdirSync(join(projectFolder, 'database', 'functions')).map((file) =>
      join('database/functions', file),
    ),
  ];
  return sources.flatMap((where) => {
    const text = readFileSync(join(projectFolder, where), 'utf8');
    const updates = [
      ...text.matchAll(new RegExp(`UPDATE ${table}\\b[^]+?\\bSET\\b([^]+?)\\b(?:WHERE|FROM)\\b`, 'g')),
    ];
    return updates.flatMap(([, set = '']) => {
      const value = /(?<![.\w])state = (CASE\b[^]+?\bEND|'\w+')/.exec(set)?.[1];
      if (value === undefined) return [];
      const states = [...value.matchAll(/(?:THEN|ELSE|^) ?'(\w+)'/g)].map(([, state = '']) => state);
      return [{ where, states }];
    });
  });
}

describe.each(Object.keys(stepsOfTables))('the states of %s', (table) => {
  const steps = stepsOfTables[table]?.steps ?? [];

  test('each step is there once, and leads somewhere else', () => {
    const known = steps.map(({ from, to }) => `${from} > ${to}`);
    expect(known.filter((one, index) => known.indexOf(one) !== index)).toEqual([]);
    expect(steps.filter(({ from, to }) => from === to)).toEqual([]);
  });

  test('every statement that sets one sets one that a step leads to', () => {
    const reached = steps.map(({ to }) => to);
    const wrong = statesSetIn(table).filter(({ states }) => states.some((state) => !reached.includes(state)));
    expect(wrong).toEqual([]);
    if (table !== 'surveys') expect(statesSetIn(table).length).toBeGreaterThan(4);
  });

  test('docs/ledger.md draws every step and no other', () => {
    const page = readFileSync(join(projectFolder, 'docs', 'ledger.md'), 'utf8');
    const drawing = new RegExp(`<!-- ${table} -->\\n\`\`\`mermaid([^]*?)\`\`\``).exec(page)?.[1] ?? '';
    const drawn = [...drawing.matchAll(/^ *(\w+) --> (\w+)/gm)].map(([, from, to]) => `${from} > ${to}`);
    expect(drawn.sort()).toEqual(steps.map(({ from, to }) => `${from} > ${to}`).sort());
  });
});

test('every state of a message and of a wave is one that a row begins with or comes to', () => {
  const reachable = (table: string) => [
    ...(stepsOfTables[table]?.first ?? []),
    ...(stepsOfTables[table]?.steps ?? []).map(({ to }) => to),
  ];
  expect(deliveries.filter((state) => !reachable('messages').includes(state))).toEqual([]);
  expect(waveStates.filter((state) => !reachable('waves').includes(state))).toEqual([]);
});

test('the databases of all tests refuse a step that is not in the table', async () => {
  await expect(
    rowsOf(app.database, "UPDATE surveys SET state = 'draft' WHERE id = $1", [survey]),
  ).rejects.toThrow('a row of surveys goes from published to draft, which its table of steps does not have');
  await expect(app.rows("UPDATE surveys SET state = 'draft' WHERE id = $1", [survey])).resolves.toBeDefined();
});
