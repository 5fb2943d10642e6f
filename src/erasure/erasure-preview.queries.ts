import type { LocalizedText } from '../common/locale.js';
import { type Database, rowsOf } from '../database/rows.js';
import type { AskedIn } from './erasure-preview.rules.js';

/** Somebody on a list who may be erased. */
export interface PersonOnList {
  id: string;
  email: string;
  name: string | null;
  listId: string;
  isSuppressed: boolean;
}

/** A survey that asks them. */
export interface SurveyOfPerson extends AskedIn {
  id: string;
  title: LocalizedText;
  /** Mails sent or planned, as far as the ledger shows them; null where it says nothing of a single person. */
  mails: number | null;
}

export async function personOnList(database: Database, subscriber: string): Promise<PersonOnList | null> {
  const [person] = await rowsOf<PersonOnList>(
    database,
    `SELECT s.id, s.email, s.name, s.list_id AS "listId",
       EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key) AS "isSuppressed"
     FROM subscribers s WHERE s.id = $1`,
    [subscriber],
  );
  return person ?? null;
}

/** The same address on other lists; each of these is erased by itself. */
export async function elsewhere(
  database: Database,
  subscriber: string,
): Promise<{ id: string; listId: string; listName: string }[]> {
  return rowsOf(
    database,
    `SELECT o.id, l.id AS "listId", l.name AS "listName"
     FROM subscribers s JOIN subscribers o ON o.email_key = s.email_key AND o.id <> s.id JOIN lists l ON l.id = o.list_id
     WHERE s.id = $1 ORDER BY l.id`,
    [subscriber],
  );
}

/**
 * The surveys that ask a person. Of anonymous ones nothing is read that could differ by whether they have
 * answered: neither the participation nor any mail. Thank-yous count only where people are known by name, as
 * nobody is thanked for being screened out.
 */
export async function surveysOfPerson(database: Database, subscriber: string): Promise<SurveyOfPerson[]> {
  return rowsOf<SurveyOfPerson>(
    database,
    `SELECT v.id, v.title, v.privacy,
       CASE WHEN v.privacy <> 'anonymous' THEN p.participation END AS participation,
       CASE WHEN v.privacy <> 'anonymous' THEN (
         SELECT count(*)::int FROM messages m WHERE m.participant_id = p.id AND m.state <> 'skipped'
           AND (m.kind <> 'thank_you' OR v.privacy = 'identified')
       ) END AS mails,
       EXISTS (SELECT FROM responses r WHERE r.participant_id = p.id) AS "hasResponse"
     FROM participants p JOIN surveys v ON v.id = p.survey_id WHERE p.subscriber_id = $1 ORDER BY v.id`,
    [subscriber],
  );
}
