import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectFolder } from '../src/common/project-folder.js';
import { functionsBeforeFirstRelease } from './before-first-release/database-functions.js';
import { stepsBeforeFirstRelease } from './before-first-release/steps.js';

/**
 * Everything the first release has. A database that the steps before the first release have made is taken over as
 * it is: it has the same tables and only lacks what is said about them.
 */
export class SchemaOfFirstRelease1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!(await isMadeByOldSteps(runner))) await runner.query(sqlOf('first-release'));
    await runner.query(sqlOf('first-release-comments'));
  }

  /** Where the old steps made the tables they stay, with the functions they had. */
  async down(runner: QueryRunner): Promise<void> {
    if (await isMadeByOldSteps(runner)) {
      for (const text of functionsBeforeFirstRelease) await runner.query(text);
      return;
    }
    const tables = [...sqlOf('first-release').matchAll(/^CREATE (?:UNLOGGED )?TABLE (\w+)/gm)];
    await runner.query(`DROP TABLE ${tables.map(([, name]) => name).join(', ')} CASCADE`);
    await runner.query(
      'DROP FUNCTION IF EXISTS store_responses, plan_thank_yous, delete_responses_of_survey',
    );
  }
}

function sqlOf(name: string): string {
  return readFileSync(join(projectFolder, 'database', `${name}.sql`), 'utf8');
}

async function isMadeByOldSteps(runner: QueryRunner): Promise<boolean> {
  const last = stepsBeforeFirstRelease.at(-1);
  const found = (await runner.query('SELECT 1 FROM migrations WHERE name = $1', [last?.name])) as unknown[];
  return found.length > 0;
}
