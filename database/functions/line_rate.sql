-- Mails per second to those who wait in a provider's line: it goes on rising when the provider has no limit any
-- more, so that a long line does not burst.
--
-- In:      a row of paces; the present instant.
-- Out:     mails per second; NULL where neither staff nor the provider ever set a limit.
-- Holds:   never more than what staff set.
-- Writes:  nothing.
CREATE OR REPLACE FUNCTION line_rate(pace paces, now timestamptz) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
  SELECT least(pace.rate, pace.slowed_to + pace.was / 60 * greatest(0, extract(epoch FROM now - pace.slowed_at)))
$$;
