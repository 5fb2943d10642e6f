import type { LocalizedText, Locale } from '../common/locale.js';
import type { PreparedStatements } from '../database/prepared-statements.js';
import { type Database, rowsOf } from '../database/rows.js';
import type { Participation } from '../participants/participant.entity.js';
import type { Answers } from '../questionnaire/questionnaire-plan.js';
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
  senderName: string;
  senderEmail: string;
  privacyUrl: string | null;
  imprintUrl: string | null;
  /** The version people get who begin now; null before publication. */
  versionId: string | null;
}

/** Everything a personal link leads to, in one row. */
export interface Visit extends AskedSurvey, Owner {
  subscriberId: string;
  participation: Participation;
  enrolledAt: Date;
  language: string | null;
  /** A mail to them of which nobody knows whether it was sent. */
  hasUncertainMail: boolean;
  /** What texts and conditions may say of the person: name, salutation, language and the list's attributes. */
  person: Record<string, unknown>;
  saved: {
    versionId: string;
    answers: Answers;
    page: number;
    language: Locale;
    unfinished: Unfinished | null;
  } | null;
}

/** Columns of a survey `v`. */
export const ASKED_SURVEY = `v.id AS "surveyId", v.title, v.languages,
  v.closes_at AS "closesAt", v.time_zone AS "timeZone", v.grace_minutes AS "graceMinutes", v.state, v.privacy,
  v.may_change_answers AS "mayChangeAnswers", v.sender_name AS "senderName", v.sender_email AS "senderEmail",
  v.privacy_url AS "privacyUrl", v.imprint_url AS "imprintUrl", v.version_id AS "versionId"`;

/** By two keys, each of which has its index. */
const FIND_VISIT = `SELECT p.id AS "participantId", p.subscriber_id AS "subscriberId", p.participation, p.enrolled_at AS "enrolledAt",
       s.language, s.attributes || jsonb_build_object('name', s.name, 'salutation', s.salutation, 'language', s.language) AS person,
       ${ASKED_SURVEY},
       EXISTS (SELECT FROM messages m WHERE m.participant_id = p.id AND m.state = 'uncertain') AS "hasUncertainMail",
       CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('versionId', a.version_id::text, 'answers', a.answers,
         'page', a.page, 'language', a.language, 'unfinished', a.unfinished) END AS saved
     FROM participants p
     JOIN surveys v ON v.id = p.survey_id
     JOIN subscribers s ON s.id = p.subscriber_id
     LEFT JOIN LATERAL (
       SELECT * FROM saved_answers WHERE participant_id = p.id
       UNION ALL SELECT * FROM saved_answers WHERE code = ANY($2)
     ) a ON true
     WHERE p.id = $1`;

/** @param codes what the person is called in a pseudonymous survey, the present code first */
export async function findVisit(
  statements: PreparedStatements,
  participant: string,
  codes: readonly string[],
): Promise<Visit | null> {
  const [visit] = await statements.rows<Omit<Visit, 'codes'>>('find-visit', FIND_VISIT, [participant, codes]);
  return visit ? { ...visit, codes } : null;
}

/** A stored response, as far as its own person is shown of it again. */
export interface OwnResponse {
  versionId: string;
  answers: Answers;
  language: Locale | null;
}

/** What somebody has submitted; null in an anonymous survey, where nobody knows. */
export async function findOwnResponse(database: Database, owner: Owner): Promise<OwnResponse | null> {
  const [response] = await rowsOf<OwnResponse>(
    database,
    `SELECT version_id AS "versionId", answers, language FROM responses WHERE ${OWNED}`,
    ownerValues(owner),
  );
  return response ?? null;
}
