import { RATES } from './1795320000000-a-lighter-ledger.js';
import { DELETE_RESPONSES_OF_SURVEY, STORE_RESPONSES } from './1795380000000-responses-stored-together.js';

const DROP = `
  DROP TRIGGER surveys_take_their_responses ON surveys;
  DROP FUNCTION IF EXISTS plan_thank_yous;
  DROP FUNCTION delete_responses_of_survey, store_responses, allowed_rate, line_rate, slowed_rate`;

/** Statements that leave the database functions as the old steps had them, for going back to an earlier build. */
export const functionsBeforeFirstRelease = [DROP, RATES, STORE_RESPONSES, DELETE_RESPONSES_OF_SURVEY];
