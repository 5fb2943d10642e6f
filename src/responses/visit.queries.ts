import type { LocalizedText, Locale } from '../common/locale.js';
import type { PreparedStatements } from '../database/prepared-statements.js';
import { type Database, rowsOf } from '../database/rows.js';
import type { Participation } from '../participants/participant.entity.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import type { Privacy, SurveyState } from '../surveys/survey.entity.js';
import { OWNED, type Owner, ownerValues } from './owner.js';
import type { Unfinished } from './unfinished.js';

/** What respondents' pages need to know about a survey. */
export interface AskedSurvey {
  surveyId: string;
  title: LocalizedText;
  languages: Locale[];
  closesAt: Date;
  timeZone: string;
  graceMinutes: number;
  state: SurveyState;
  privacy: Privacy;
  mayChangeAnswers: boolean;
  textsStayWithAnswers: boolean;
  senderName: string;
  senderEmail: string;
  privacyUrl: string | null;
  imprintUrl: string | null;
  /** The version people get who begin now; null before publication. */
  versionId: string | null;
}

/** Answers that are kept before they are submitted. */
export interface Saved {
  versionId: string;
  answers: Answers;
  page: number;
  language: Locale;
  unfinished: Unfinished | null;
}

/** Everything a personal link leads to, in one row. */
export interface Visit extends AskedSurvey, Owner {
  subscriberId: string;
  participation: Participation;
  enrolledAt: Date;
  language: string | null;
  /** A mail to them of which nobody knows whether it was sent. */
  hasUncertainMail: boolean;
  /** Something is kept of their address having refused mail. */
  hasRefusedMail: boolean;
  /** What texts and conditions may say of the person: name, salutation, language and the list's attributes. */
  person: Record<string, unknown>;
  saved: Saved | null;
}

/** Columns of a survey `v`. */
export const ASKED_SURVEY = `v.id AS "surveyId", v.title, v.languages,
  v.closes_at AS "closesAt", v.time_zone AS "timeZone", v.grace_minutes AS "graceMinutes", v.state, v.privacy,
  v.may_change_answers AS "mayChangeAnswers", v.texts_stay_with_answers AS "textsStayWithAnswers", v.sender_name AS "senderName", v.sender_email AS "senderEmail",
  v.privacy_url AS "privacyUrl", v.imprint_url AS "imprintUrl", v.version_id AS "versionId"`;

/** A row of saved answers `a`. */
const SAVED = `jsonb_build_object('versionId', a.version_id::text, 'answers', a.answers, 'page', a.page,
  'language', a.language, 'unfinished', a.unfinished)`;

/**
 * Each by two keys, both of which have their index. The uncertain and the refused mail are not looked for by `EXISTS`: where
 * the ledger was empty as this was planned, PostgreSQL would go on reading all of it for every visit.
 */
const FIND_VISITS = `SELECT asked.place::int, p.id AS "participantId", p.subscriber_id AS "subscriberId", p.participation, p.enrolled_at AS "enrolledAt",
       s.language, s.attributes || jsonb_build_object('name', s.name, 'salutation', s.salutation, 'language', s.language) AS person,
       ${ASKED_SURVEY},
       (SELECT m.id FROM messages m WHERE m.participant_id = p.id AND m.state = 'uncertain' LIMIT 1) IS NOT NULL AS "hasUncertainMail",
       (SELECT r.email_key FROM refused_addresses r WHERE r.email_key = s.email_key) IS NOT NULL AS "hasRefusedMail",
       CASE WHEN a.id IS NOT NULL THEN ${SAVED} END AS saved
     FROM unnest($1::bigint[]) WITH ORDINALITY AS asked (participant, place)
     JOIN participants p ON p.id = asked.participant
     JOIN surveys v ON v.id = p.survey_id
     JOIN subscribers s ON s.id = p.subscriber_id
     LEFT JOIN saved_answers a ON a.participant_id = p.id`;

/** What each of these links leads to, in their order; null for a person who is gone. */
export async function findVisits(
  statements: PreparedStatements,
  participants: readonly string[],
): Promise<readonly (Omit<Visit, 'codes'> | null)[]> {
  type Row = Omit<Visit, 'codes'> & { place: number };
  const rows = await statements.rows<Row>('find-visits', FIND_VISITS, [participants]);
  const found = new Map(rows.map((row) => [row.place, row]));
  return participants.map((_, index) => found.get(index + 1) ?? null);
}

const FIND_SAVED_BY_CODE = `SELECT asked.place, p.participation, CASE WHEN a.id IS NOT NULL THEN ${SAVED} END AS saved
  FROM jsonb_to_recordset($1::jsonb) AS asked (place int, participant bigint, codes text[])
  JOIN participants p ON p.id = asked.participant
  LEFT JOIN saved_answers a ON a.code = ANY(asked.codes)`;

/** Somebody in a pseudonymous survey. */
export interface CodedVisitor {
  participant: string;
  /** The present code first, then those of earlier secrets. */
  codes: readonly string[];
}

/**
 * What is kept of people in pseudonymous surveys, and how far they were at that same moment, in their order;
 * null for a person who is gone.
 */
export async function findSavedByCode(
  statements: PreparedStatements,
  people: readonly CodedVisitor[],
): Promise<readonly (Pick<Visit, 'participation' | 'saved'> | null)[]> {
  const rows = await statements.rows<Pick<Visit, 'participation' | 'saved'> & { place: number }>(
    'find-saved-by-code',
    FIND_SAVED_BY_CODE,
    [JSON.stringify(people.map(({ participant, codes }, place) => ({ place, participant, codes })))],
  );
  const found = new Map(rows.map(({ place, participation, saved }) => [place, { participation, saved }]));
  return people.map((_, place) => found.get(place) ?? null);
}

/** A stored response, as far as its own person is shown of it again. */
export interface OwnResponse {
  versionId: string;
  answers: Answers;
  language: Locale | null;
  /** Null where the survey keeps no time. */
  submittedAt: Date | null;
}

/** What somebody has submitted; null in an anonymous survey, where nobody knows. */
export async function findOwnResponse(database: Database, owner: Owner): Promise<OwnResponse | null> {
  const [response] = await rowsOf<OwnResponse>(
    database,
    `SELECT version_id AS "versionId", answers, language, submitted_at AS "submittedAt" FROM responses WHERE ${OWNED}`,
    ownerValues(owner),
  );
  return response ?? null;
}
