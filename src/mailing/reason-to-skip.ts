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
  'already_invited',
  'not_invited',
  'not_in_audience',
  'not_in_segment',
  'mailed_recently',
  'reminded_enough',
  'mailed_often',
  'cancelled',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Days that must lie between two mails of one survey to one person, unless a wave ignores the gap. */
export const minimumGapDays = 3;

/**
 * The rule of P3 in SQL: a `SkipReason`, or NULL for somebody who is to be written to. One text for
 * planning, previewing and claiming, so that what staff are shown is what happens.
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
    WHEN p.participation IN ('completed', 'screened_out', 'declined') THEN p.participation
    WHEN p.snoozed_until > ${now} THEN 'snoozed'
    WHEN w.kind = 'invitation' AND EXISTS (
      SELECT FROM messages i WHERE i.participant_id = p.id AND i.kind = 'invitation' AND i.wave_id <> w.id
        AND (i.state IN ('accepted', 'uncertain', 'handing_over', 'claimed')
          OR ${openBefore('i', self)})) THEN 'already_invited'
    WHEN w.kind = 'reminder' AND NOT EXISTS (
      SELECT FROM messages i WHERE i.participant_id = p.id AND i.kind = 'invitation'
        AND i.state IN ('accepted', 'uncertain')) THEN 'not_invited'
    WHEN w.kind = 'reminder' AND w.audience = 'not_started' AND p.participation <> 'not_started'
      THEN 'not_in_audience'
    WHEN w.kind = 'reminder' AND w.audience = 'started' AND p.participation NOT IN ('opened', 'partial')
      THEN 'not_in_audience'
    WHEN NOT w.ignore_gap AND EXISTS (
      SELECT FROM messages i WHERE i.participant_id = p.id AND i.wave_id <> w.id
        AND (i.state IN ('handing_over', 'claimed') OR ${openBefore('i', self)}
          OR (i.state IN ('accepted', 'uncertain')
            AND i.settled_at > ${now}::timestamptz - interval '${minimumGapDays} days'))) THEN 'mailed_recently'
  END`;
}

/** Another message of this person that is about to go, in a wave that is at work, and was planned first. */
function openBefore(message: string, self: string): string {
  return `(${message}.state IN ('planned', 'deferred') AND ${message}.id < ${self}
    AND EXISTS (SELECT FROM waves o WHERE o.id = ${message}.wave_id AND o.state IN ('planning', 'sending')))`;
}
