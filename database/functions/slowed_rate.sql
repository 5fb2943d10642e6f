-- Mails per second to which a server's own replies have brought a pace. Each complaint halves it, and a minute
-- without further ones makes up for all of it (additive increase, multiplicative decrease).
--
-- In:      a row of paces; the present instant.
-- Out:     mails per second; NULL once the pace is back at what it was.
-- Holds:   nothing is read but the arguments.
-- Writes:  nothing.
CREATE OR REPLACE FUNCTION slowed_rate(pace paces, now timestamptz) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN r.rate < pace.was THEN r.rate END
  FROM (SELECT pace.slowed_to + pace.was / 60 * greatest(0, extract(epoch FROM now - pace.slowed_at)) AS rate) AS r
$$;
