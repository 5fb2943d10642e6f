import pg from 'pg';
import { deliverySteps, firstDeliveries } from '../../src/ledger/states/delivery.rules.js';
import { firstWaveStates, waveStateSteps } from '../../src/ledger/states/wave-steps.rules.js';
import { firstSurveyStates, surveyStateSteps } from '../../src/surveys/survey-steps.rules.js';

interface Steps {
  first: readonly string[];
  steps: readonly { from: string; to: string }[];
}

/** What the states of a table may be at first and become, by table. */
export const stepsOfTables: Record<string, Steps> = {
  messages: { first: firstDeliveries, steps: deliverySteps },
  waves: { first: firstWaveStates, steps: waveStateSteps },
  surveys: { first: firstSurveyStates, steps: surveyStateSteps },
};

/** Within a transaction: what a test writes by hand may put any state. */
export const BY_HAND = "SELECT set_config('test.by_hand', 'on', true)";

/** Makes a database refuse every step from state to state that the product's tables of steps do not have. */
export async function refuseUnknownSteps(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(FUNCTION);
    for (const [table, { first, steps }] of Object.entries(stepsOfTables)) {
      const known = steps.map(({ from, to }) => `${from}>${to}`);
      await client.query(
        `CREATE OR REPLACE TRIGGER test_known_steps BEFORE INSERT OR UPDATE OF state ON ${table} FOR EACH ROW
         EXECUTE FUNCTION test_known_steps('${first.join()}', '${known.join()}')`,
      );
    }
  } finally {
    await client.end();
  }
}

const FUNCTION = `
  CREATE OR REPLACE FUNCTION test_known_steps() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('test.by_hand', true) = 'on' THEN
      RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
      IF NEW.state <> ALL (string_to_array(TG_ARGV[0], ',')) THEN
        RAISE EXCEPTION 'a row of % begins as %, which its table of steps does not have', TG_TABLE_NAME, NEW.state;
      END IF;
    ELSIF NEW.state <> OLD.state AND OLD.state || '>' || NEW.state <> ALL (string_to_array(TG_ARGV[1], ',')) THEN
      RAISE EXCEPTION 'a row of % goes from % to %, which its table of steps does not have',
        TG_TABLE_NAME, OLD.state, NEW.state;
    END IF;
    RETURN NEW;
  END $$`;
