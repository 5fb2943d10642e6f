import { isRefusedBefore } from './refused-addresses.queries.js';

/** Why somebody gets no mail of a wave. Each skipped message keeps one of these. */
export const skipReasons = [
  'closed',
  'suppressed',
  'unsubscribed',
  'completed',
  'screened_out',
  'declined',
  'snoozed',
  'snooze_undone',
  'not_in_segment',
  'already_invited',
  'not_invited',
  'not_in_audience',
  'reminded_enough',
  'mailed_recently',
  'mailed_often',
  'cancelled',
  'refused_before',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/**
 * The rule of P3 in SQL: a `SkipReason`, or NULL for somebody who is to be written to. One text for
 * planning, previewing and claiming, so that what staff are shown is what happens.
 *
 * In anonymous surveys (P8) the participation is looked at last and by reminders alone: whatever else speaks
 * against a mail does so whether or not somebody has answered, and an invitation that is sent again goes to
 * whoever it was for.
 *
 * Stands in a query that knows `w` (wave), `v` (survey), `p` (participant), `s` (subscriber). The
 * claim reads `p` under lock, so that a submit committed a moment ago is seen.
 *
 * @param now placeholder of the present instant, such as `$2`
 * @param self SQL for the id of the message itself, or NULL when it is only being planned: of two
 *   invitations planned for one person the earlier goes out
 */
export function reasonToSkip(now: string, self: string): string {
  return `CASE
    WHEN v.state <> 'published' OR ${now} >= v.closes_at THEN 'closed'
    WHEN EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key) THEN 'suppressed'
    WHEN s.unsubscribed_at IS NOT NULL THEN 'unsubscribed'
    WHEN v.privacy <> 'anonymous' AND ${isThrough} THEN p.participation
    WHEN p.snoozed_until > ${now} THEN 'snoozed'
    WHEN w.segment_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM segments g WHERE g.id = w.segment_id AND s.attributes @@ g.path) THEN 'not_in_segment'
    WHEN w.kind = 'invitation' AND EXISTS (
      SELECT FROM messages i WHERE i.participant_id = p.id AND i.kind = 'invitation' AND i.wave_id <> w.id
        AND (i.state IN ('accepted', 'uncertain', 'handing_over')
          OR ${openBefore('i', self)})) THEN 'already_invited'
    WHEN w.kind = 'reminder' AND NOT EXISTS (
      SELECT FROM messages i WHERE i.participant_id = p.id AND i.kind = 'invitation'
        AND i.state IN ('accepted', 'uncertain')) THEN 'not_invited'
    WHEN ${isRefusedBefore(now)} THEN 'refused_before'
    WHEN w.kind = 'reminder' AND w.audience = 'not_started' AND p.participation <> 'not_started'
      THEN 'not_in_audience'
    WHEN w.kind = 'reminder' AND w.audience = 'started' AND p.participation NOT IN ('opened', 'partial')
      THEN 'not_in_audience'
    WHEN w.kind = 'reminder' AND w.on_request_of IS NULL AND w.exceeds_because IS NULL AND (
      SELECT count(*) FROM messages i JOIN waves o ON o.id = i.wave_id
      WHERE i.participant_id = p.id AND i.kind = 'reminder' AND i.wave_id <> w.id AND o.on_request_of IS NULL
        AND (i.state IN ('accepted', 'uncertain', 'handing_over') OR ${openBefore('i', self)}
          OR (v.privacy = 'anonymous' AND ${sparedByParticipation('i')}))
      ) >= v.max_reminders THEN 'reminded_enough'
    WHEN NOT w.ignore_gap AND v.gap_days > 0 AND EXISTS (
      SELECT FROM messages i WHERE i.participant_id = p.id AND i.wave_id <> w.id
        AND (i.state = 'handing_over' OR ${openBefore('i', self)}
          OR ((i.state IN ('accepted', 'uncertain') OR (v.privacy = 'anonymous' AND ${sparedByParticipation('i')}))
            AND ${lessThanDaysAgo('i.settled_at', 'v.gap_days', now)}))) THEN 'mailed_recently'
    WHEN w.on_request_of IS NULL AND (${maxMailsOfWaves(now)}) AND (
      SELECT count(*) FROM mail_caps c
        JOIN subscribers o ON o.email_key = s.email_key
        JOIN participants q ON q.subscriber_id = o.id
        JOIN messages i ON i.participant_id = q.id
      WHERE i.wave_id IS NOT NULL AND i.id IS DISTINCT FROM ${self}
        AND (i.state = 'handing_over' OR ((i.state IN ('accepted', 'uncertain') OR (${sparedByParticipation('i')}
            AND EXISTS (SELECT FROM surveys u WHERE u.id = i.survey_id AND u.privacy = 'anonymous')))
          AND ${lessThanDaysAgo('i.settled_at', 'c.days', now)}))
      ) >= (SELECT most FROM mail_caps) THEN 'mailed_often'
    WHEN v.privacy = 'anonymous' AND w.kind = 'reminder' AND ${isThrough} THEN p.participation
  END`;
}

/** Who does not need another mail of the survey. */
const isThrough = "p.participation IN ('completed', 'screened_out', 'declined')";

/**
 * A reminder that only the participation kept from being sent. In anonymous surveys it counts towards every
 * limit as one that was sent does, or the limit would tell the two apart.
 */
function sparedByParticipation(message: string): string {
  return `(${message}.kind = 'reminder' AND ${message}.state = 'skipped'
    AND ${message}.reason IN ('completed', 'screened_out', 'declined', 'not_in_audience'))`;
}

/**
 * Whether anybody can have reached the cap over all surveys at all: it takes as many waves as mails, and
 * counting waves is asked once for a statement and not for each person.
 */
function maxMailsOfWaves(now: string): string {
  return `SELECT coalesce(count(*) >= (SELECT most FROM mail_caps), false) FROM waves o
      WHERE o.started_at IS NOT NULL AND (o.finished_at IS NULL
        OR ${lessThanDaysAgo('o.finished_at', '(SELECT days FROM mail_caps)', now)})`;
}

function lessThanDaysAgo(instant: string, days: string, now: string): string {
  return `${instant} > ${now}::timestamptz - make_interval(days => ${days})`;
}

/** Another message of this person that is about to go, in a wave that is at work, and was planned first. */
function openBefore(message: string, self: string): string {
  return `(${message}.state IN ('planned', 'deferred') AND ${message}.id < ${self}
    AND EXISTS (SELECT FROM waves o WHERE o.id = ${message}.wave_id AND o.state IN ('planning', 'sending')))`;
}
