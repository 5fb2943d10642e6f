import type { CurvePoint } from './statistics.queries.js';

/** A mailing as the curve marks it. */
interface CurveWave {
  label: string;
  at: Date;
}

export interface CurveFacts {
  points: readonly CurvePoint[];
  waves: readonly CurveWave[];
  /** When the survey could first be answered. */
  start: Date;
  closesAt: Date;
  timeZone: string;
  invited: number;
  /** What shares are counted of: the denominator of the response rate. */
  eligible: number;
  now: Date;
}

/** Turns instants and counts into places on the drawing. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (at: Date) => number;
  y: (count: number) => number;
}
