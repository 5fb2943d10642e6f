import { coded, type CodedText } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InvalidInput, problem } from '../../common/errors.js';
import { type Database, rowsOf } from '../../database/rows.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { smallestGroup } from '../../surveys/survey.rules.js';
import { showsTotalOnly } from '../../ledger/messages/shown-reason.rules.js';
import type { WaveKind } from '../../letters/wave-words.js';

/** What a wave can be narrowed to: segments of the lists that a survey's participants come from. */
@Injectable()
export class WaveSegments {
  constructor(private readonly dataSource: DataSource) {}

  /** For choosing one, by name. */
  async choicesFor(surveyId: string): Promise<{ id: string; name: string }[]> {
    return rowsOf(
      this.dataSource,
      `SELECT g.id, g.name FROM segments g WHERE EXISTS (
         SELECT FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
         WHERE p.survey_id = $1 AND s.list_id = g.list_id) ORDER BY lower(g.name), g.id`,
      [surveyId],
    );
  }

  /**
   * A segment of a list that nobody comes from would reach nobody. A reminder of an anonymous survey to fewer
   * than five people, or to all but fewer than five, would single these out.
   *
   * @throws InvalidInput on `segmentId`
   */
  async require(
    survey: Pick<Survey, 'id' | 'privacy'>,
    kind: WaveKind,
    id: string | null | undefined,
  ): Promise<void> {
    if (id == null) return;
    const size = await segmentSize(this.dataSource, survey.id, id);
    if (!size.isOfItsLists) {
      throw new InvalidInput([problem('segmentId', 'wave.foreign_segment', { id })]);
    }
    if (!showsTotalOnly(kind, survey.privacy) || isCrowd(size)) return;
    throw new InvalidInput([problem('segmentId', 'wave.segment_too_small', { least: smallestGroup })]);
  }

  /** What keeps a wave from being sent to its segment as it is now; null where nothing does. */
  async problemOf(
    survey: Pick<Survey, 'id' | 'privacy'>,
    wave: { kind: WaveKind; segmentId: string | null },
  ): Promise<CodedText | null> {
    if (wave.segmentId === null || !showsTotalOnly(wave.kind, survey.privacy)) return null;
    return isCrowd(await segmentSize(this.dataSource, survey.id, wave.segmentId))
      ? null
      : coded('wave.segment_now_too_small', { least: smallestGroup });
  }
}

interface SegmentSize {
  isOfItsLists: boolean;
  inside: number;
  outside: number;
}

function isCrowd({ inside, outside }: SegmentSize): boolean {
  return inside >= smallestGroup && outside >= smallestGroup;
}

/** How many of a survey's participants are in a segment, and how many are not. */
async function segmentSize(database: Database, survey: string, segment: string): Promise<SegmentSize> {
  const [size] = await rowsOf<SegmentSize>(
    database,
    `SELECT coalesce(bool_or(s.list_id = g.list_id), false) AS "isOfItsLists",
       (count(*) FILTER (WHERE s.attributes @@ g.path))::int AS inside,
       (count(*) FILTER (WHERE (s.attributes @@ g.path) IS NOT TRUE))::int AS outside
     FROM segments g JOIN participants p ON p.survey_id = $1 JOIN subscribers s ON s.id = p.subscriber_id
     WHERE g.id = $2 GROUP BY g.id`,
    [survey, segment],
  );
  return size ?? { isOfItsLists: false, inside: 0, outside: 0 };
}
