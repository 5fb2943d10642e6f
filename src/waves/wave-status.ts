import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { rowsOf } from '../database/rows.js';
import { linesOf } from '../ledger/sending/lines.queries.js';
import type { Wave } from '../ledger/states/wave.entity.js';
import { Breaker } from '../pace/breaker.js';
import { Pace } from '../pace/pace.js';
import { SendingGuard } from '../safeguards/sending-guard.service.js';
import type { Privacy } from '../surveys/survey.entity.js';
import {
  type Hours,
  RATE_OVER_SECONDS,
  type StateRow,
  statusOf,
  type WaveStatus,
} from './wave-status.rules.js';

/** Reads how waves stand; writes nothing. */
@Injectable()
export class WaveStatuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly breaker: Breaker,
    private readonly pace: Pace,
    private readonly guard: SendingGuard,
    private readonly clock: Clock,
  ) {}

  async of(wave: Wave): Promise<WaveStatus> {
    const statuses = await this.ofAll([wave]);
    const status = statuses.get(wave.id);
    if (!status) throw new Error('a wave has no status');
    return status;
  }

  /** The same for several waves in two queries. */
  async ofAll(waves: readonly Wave[]): Promise<Map<string, WaveStatus>> {
    const now = this.clock.now();
    const ids = waves.map((wave) => wave.id);
    const rows = await rowsOf<StateRow & { wave: string }>(
      this.dataSource,
      `SELECT wave_id AS wave, state, CASE WHEN state = 'skipped' THEN reason END AS reason,
         count(*)::int AS count, min(next_attempt_at) AS next,
         (count(*) FILTER (WHERE next_attempt_at IS NULL))::int AS untouched
       FROM messages WHERE wave_id = ANY($1::bigint[]) GROUP BY 1, 2, 3`,
      [ids],
    );
    const surveys = await this.surveysOf(waves);
    const breakers = await this.breaker.all();
    const hold = await this.guard.hold();
    const { rate } = await this.pace.now();
    const lines = await linesOf(this.dataSource, ids, now);
    const recent = await rowsOf<{ wave: string; settled: number }>(
      this.dataSource,
      `SELECT wave_id AS wave, count(*)::int AS settled FROM messages
       WHERE wave_id = ANY($1::bigint[]) AND state IN ('accepted', 'refused', 'uncertain') AND settled_at > $2
       GROUP BY 1`,
      [ids, new Date(now.getTime() - RATE_OVER_SECONDS * 1000)],
    );
    return new Map(
      waves.map((wave) => {
        const own = rows.filter((row) => row.wave === wave.id);
        const settled = recent.find((row) => row.wave === wave.id)?.settled ?? 0;
        const inLine = lines.filter((line) => line.wave === wave.id);
        const survey = surveys.get(wave.surveyId);
        if (!survey) throw new Error('a wave has no survey');
        const { privacy } = survey;
        const hours = wave.ignoreWindow ? null : survey;
        const breaker = breakers
          .filter(({ kind, name }) => kind === 'server' || (kind === 'sender' && name === wave.surveyId))
          .toSorted((a, b) => a.kind.localeCompare(b.kind))[0];
        return [
          wave.id,
          statusOf(wave, own, { privacy, settled, hold, breaker, rate, lines: inLine, hours, now }),
        ];
      }),
    );
  }

  private async surveysOf(waves: readonly Wave[]): Promise<Map<string, Hours & { privacy: Privacy }>> {
    const rows = await rowsOf<Hours & { survey: string; privacy: Privacy }>(
      this.dataSource,
      `SELECT id AS survey, privacy, sending_window AS window, time_zone AS "timeZone"
       FROM surveys WHERE id = ANY($1::bigint[])`,
      [waves.map((wave) => wave.surveyId)],
    );
    return new Map(rows.map((row) => [row.survey, row]));
  }
}
