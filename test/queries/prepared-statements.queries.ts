import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PreparedStatements } from '../../src/database/prepared-statements.js';
import { startApp, type TestApp, until } from '../support/app.js';

let app: TestApp;
let statements: PreparedStatements;

beforeAll(async () => {
  app = await startApp();
  statements = app.app.get(PreparedStatements, { strict: false });
});

afterAll(async () => {
  await app.close();
});

test('a connection lost in use fails what was asked on it and nothing else', async () => {
  const broken = expect(statements.rows('asleep', 'SELECT pg_sleep(20)', [])).rejects.toThrow();
  await until('it is asked', async () => {
    const ended = await app.rows(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'",
    );
    return ended.length > 0;
  });
  await broken;
  expect(await statements.rows('one', 'SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
});
