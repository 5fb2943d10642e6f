-- Mails per second that may go now. What staff allow is the upper limit.
--
-- In:      a row of paces; the present instant.
-- Out:     mails per second; NULL is no limit.
-- Holds:   never more than what staff set, nor than what the server's replies allow (slowed_rate).
-- Writes:  nothing.
CREATE OR REPLACE FUNCTION allowed_rate(pace paces, now timestamptz) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$ SELECT least(pace.rate, slowed_rate(pace, now)) $$;
