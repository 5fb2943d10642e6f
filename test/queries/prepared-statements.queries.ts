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

test('a connection lost within a transaction fails that transaction and nothing else', async () => {
  const broken = statements.transaction(async (rows) => {
    const [own] = await rows<{ pid: number }>('own-pid', 'SELECT pg_backend_pid() AS pid', []);
    await app.rows('SELECT pg_terminate_backend($1)', [own?.pid]);
    await until('the connection is gone', async () => {
      const left = await app.rows('SELECT FROM pg_stat_activity WHERE pid = $1', [own?.pid]);
      return left.length === 0;
    });
    await until('the process knows', () => new Promise((resolve) => setTimeout(resolve, 100, true)));
    await rows('one', 'SELECT 1', []);
  });
  await expect(broken).rejects.toThrow();
  expect(await statements.rows('one', 'SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
});
