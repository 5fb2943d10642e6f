import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A message is written three times: planned, claimed, settled. None of the columns that change on this
 * way stands in an index any more, so that Postgres updates the row in its page and no index (HOT).
 */
export class ALighterLedger1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROUNDS);
    await runner.query(MESSAGES);
    await runner.query(PACES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE participants ADD COLUMN last_mailed_at timestamptz, RESET (fillfactor);
      UPDATE participants p SET last_mailed_at = (SELECT max(m.settled_at) FROM messages m
        WHERE m.participant_id = p.id AND m.state = 'accepted' AND m.kind <> 'thank_you');
      ALTER TABLE waves DROP COLUMN picked_over;
      DROP INDEX messages_again;
      UPDATE messages SET next_attempt_at = planned_at WHERE state = 'planned' AND next_attempt_at IS NULL;
      ALTER TABLE messages ADD COLUMN lease_until timestamptz, DROP COLUMN paced_by, DROP COLUMN server,
        RESET (fillfactor);
      UPDATE messages SET lease_until = now() WHERE state IN ('claimed', 'handing_over');
      CREATE INDEX messages_wave_state ON messages (wave_id, state);
      CREATE INDEX messages_open_wave ON messages (wave_id, next_attempt_at, id) WHERE state IN ('planned', 'deferred');
      CREATE INDEX messages_open_thank_you ON messages (next_attempt_at, id)
        WHERE state IN ('planned', 'deferred') AND kind = 'thank_you';
      CREATE INDEX messages_leased ON messages (claim_token, lease_until) WHERE state IN ('claimed', 'handing_over');
      DROP TABLE rounds, mail_domains;
      DROP FUNCTION line_rate, allowed_rate, slowed_rate;
      DELETE FROM paces WHERE name <> 'all';
      ALTER TABLE paces DROP COLUMN rate, DROP COLUMN was, DROP COLUMN slowed_to, DROP COLUMN slowed_at,
        DROP COLUMN slowed_because;`);
  }
}

const ROUNDS = `
  -- A round under way: who holds which messages until when. The sweep finds the ones whose time is over.
  CREATE TABLE rounds (
    token uuid PRIMARY KEY,
    lease_until timestamptz NOT NULL,
    messages bigint[] NOT NULL
  );
  INSERT INTO rounds (token, lease_until, messages)
    SELECT claim_token, max(lease_until), array_agg(id) FROM messages
    WHERE state IN ('claimed', 'handing_over') GROUP BY claim_token;`;

const MESSAGES = `
  DROP INDEX messages_wave_state, messages_open_wave, messages_open_thank_you, messages_leased;
  ALTER TABLE messages
    DROP COLUMN lease_until,
    -- The mail provider whose pace it waits for, while that one is limited.
    ADD COLUMN paced_by text,
    -- The mail server it was handed to.
    ADD COLUMN server text,
    SET (fillfactor = 65);
  -- What was tried or put off and comes again. A message that nobody has touched yet has no time here.
  CREATE INDEX messages_again ON messages (wave_id, paced_by, next_attempt_at, id) WHERE next_attempt_at IS NOT NULL;

  -- No message of the wave is left that nobody has touched yet.
  ALTER TABLE waves ADD COLUMN picked_over boolean NOT NULL DEFAULT false;

  -- When somebody was last mailed stands in the ledger.
  ALTER TABLE participants DROP COLUMN last_mailed_at, SET (fillfactor = 90);`;

export const RATES = `
  -- Mails per second to which a server's own replies have brought a pace; NULL once it is back at what it
  -- was. Each complaint halves it, and a minute without further ones makes up for all of it (additive
  -- increase, multiplicative decrease).
  CREATE FUNCTION slowed_rate(pace paces, now timestamptz) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN r.rate < pace.was THEN r.rate END
    FROM (SELECT pace.slowed_to + pace.was / 60 * greatest(0, extract(epoch FROM now - pace.slowed_at)) AS rate) AS r
  $$;

  -- Mails per second that may go now; NULL is no limit. What staff allow is the upper limit.
  CREATE FUNCTION allowed_rate(pace paces, now timestamptz) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$ SELECT least(pace.rate, slowed_rate(pace, now)) $$;

  -- Mails per second to those who stand in a provider's line: it goes on rising when the provider has no
  -- limit any more, so that a long line does not burst.
  CREATE FUNCTION line_rate(pace paces, now timestamptz) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$
    SELECT least(pace.rate, pace.slowed_to + pace.was / 60 * greatest(0, extract(epoch FROM now - pace.slowed_at)))
  $$;`;

const PACES = `
  -- The pace of everything ('all'), and of each mail provider that has or had a limit.
  ALTER TABLE paces
    ADD COLUMN rate double precision CHECK (rate > 0),
    ADD COLUMN was double precision,
    ADD COLUMN slowed_to double precision,
    ADD COLUMN slowed_at timestamptz,
    ADD COLUMN slowed_because text;

${RATES}

  -- Which provider takes a domain's mail, as far as its MX records say; others are their own provider.
  CREATE TABLE mail_domains (
    domain text PRIMARY KEY,
    provider text NOT NULL,
    looked_up_at timestamptz NOT NULL
  );`;
