import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever acted is named by the number of their account, as it is from now on, instead of their address.
 * Entries of accounts that are no longer there keep what they say.
 */
export class TheAuditLogNamesStaffByNumber1795450000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of WHERE_NAMED) {
      await queryRunner.query(
        `UPDATE ${table} t SET ${column} = 'staff:' || s.id FROM staff_members s WHERE t.${column} = s.email`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of WHERE_NAMED) {
      await queryRunner.query(
        `UPDATE ${table} t SET ${column} = s.email FROM staff_members s WHERE t.${column} = 'staff:' || s.id`,
      );
    }
  }
}

const WHERE_NAMED = [
  ['audit_entries', 'actor'],
  ['emptyings', 'asked_by'],
];
