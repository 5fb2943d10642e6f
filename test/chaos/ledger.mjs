import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Reads the ledger from beside the product, however often its Postgres is killed meanwhile. */
export class Ledger {
  constructor(/** @type {string} */ url) {
    this.pool = new pg.Pool({ connectionString: url, max: 4, application_name: 'chaos' });
    this.pool.on('error', () => undefined);
  }

  /** @returns {Promise<any[]>} */
  async rows(/** @type {string} */ statement, /** @type {unknown[]} */ values = []) {
    const end = performance.now() + 90_000;
    for (;;) {
      try {
        return (await this.pool.query(statement, values)).rows;
      } catch (error) {
        const isOurMistake = /^(42|22|23)/.test(/** @type {any} */ (error).code ?? '');
        if (isOurMistake || performance.now() > end) throw error;
        await sleep(200);
      }
    }
  }

  /** Every wave with its participants and what the sum of its messages' states is, in one snapshot. */
  waves() {
    return this.rows(
      `SELECT w.id, w.survey_id AS survey, w.kind, w.state, w.started_at IS NOT NULL AS started,
         (SELECT count(*)::int FROM participants p WHERE p.survey_id = w.survey_id) AS participants,
         count(m.id)::int AS total,
         (count(*) FILTER (WHERE m.state IN ('planned', 'deferred', 'handing_over')))::int AS open,
         (count(*) FILTER (WHERE m.state = 'handing_over'))::int AS under_way,
         (count(*) FILTER (WHERE m.state = 'accepted'))::int AS accepted,
         (count(*) FILTER (WHERE m.state = 'refused'))::int AS refused,
         (count(*) FILTER (WHERE m.state = 'skipped'))::int AS skipped,
         (count(*) FILTER (WHERE m.state = 'uncertain'))::int AS uncertain
       FROM waves w LEFT JOIN messages m ON m.wave_id = w.id GROUP BY w.id ORDER BY w.id`,
    );
  }

  /** Every message with its person. */
  messages() {
    return this.rows(
      `SELECT m.id, m.wave_id AS wave, m.kind, m.state, m.reason, m.participant_id AS participant, s.email
       FROM messages m JOIN participants p ON p.id = m.participant_id JOIN subscribers s ON s.id = p.subscriber_id`,
    );
  }

  async openThankYous() {
    const [row] = await this.rows(
      `SELECT count(*)::int AS count FROM messages WHERE kind = 'thank_you'
         AND state IN ('planned', 'deferred', 'handing_over')`,
    );
    return row.count;
  }

  /** Deferred messages wait for minutes; here the clock is moved on for them. */
  async moveDeferredOn() {
    await this.rows(
      `UPDATE messages SET next_attempt_at = now() WHERE id IN (
         SELECT id FROM messages WHERE state = 'deferred' AND next_attempt_at > now() FOR UPDATE SKIP LOCKED)`,
    );
  }

  /** With every worker gone in good order, what is left under way is what the dead ones left. */
  async expireLeases() {
    await this.rows('UPDATE rounds SET lease_until = now() WHERE lease_until > now()');
  }

  async close() {
    await this.pool.end();
  }
}
