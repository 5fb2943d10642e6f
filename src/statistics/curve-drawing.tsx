import type { ConsoleLocale } from '../common/locale.js';
import { count, percent, shortDay, timeOfDay } from '../console/formats.js';
import type { CurveFacts, Frame } from './curve-facts.js';
import { CurveMarks } from './curve-marks.js';
import { countTicks, type Stretch, ticksOf } from './curve-scale.js';
import { texts } from '../common/texts.js';

interface DrawingProps {
  id: 'curve-wide' | 'curve-narrow';
  width: number;
  height: number;
  maxTicks: number;
  facts: CurveFacts;
  stretch: Stretch;
  /** The highest count on the axis. */
  top: number;
  locale: ConsoleLocale;
  description: string;
}

/** The curve as an image of one size: axes, steps, mailings, closing date. */
export function CurveDrawing(props: DrawingProps) {
  const { id, width, height, facts, locale } = props;
  const frame = frameOf(props);
  const completed = facts.points.at(-1)?.completed ?? 0;
  const end = { x: frame.x(facts.now), y: frame.y(completed) };
  const share = facts.eligible > 0 ? ` · ${percent(completed / facts.eligible, locale)}` : '';
  const isFarRight = end.x > frame.right - 90;
  return (
    <svg
      class={`curve ${id}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{texts('overview', locale).curve.title}</title>
      <desc id={`${id}-desc`}>{props.description}</desc>
      <Axes {...props} frame={frame} />
      <CurveMarks facts={facts} stretch={props.stretch} frame={frame} locale={locale} />
      {completed > 0 && (
        <>
          <path class="area" d={`${stepsPath(facts, frame)}V${frame.bottom}H${frame.x(facts.start)}Z`} />
          <path
            class="line"
            d={stepsPath(facts, frame)}
            fill="none"
            stroke-width="2.5"
            stroke-linejoin="round"
          />
        </>
      )}
      <circle class="end" cx={end.x} cy={end.y} r="5" stroke-width="2" />
      {completed > 0 && (
        <text
          class="end-label"
          x={end.x + (isFarRight ? -10 : 11)}
          y={end.y + (isFarRight ? -11 : 5)}
          font-size="15"
          text-anchor={isFarRight ? 'end' : 'start'}
        >
          {`${count(completed, locale)}${share}`}
        </text>
      )}
    </svg>
  );
}

function frameOf({ width, height, top, stretch, facts }: DrawingProps): Frame {
  const edges = {
    left: 40,
    right: width - 14,
    top: 24 + 20 * Math.min(3, facts.waves.length + 1),
    bottom: height - 34,
  };
  const from = stretch.from.getTime();
  const length = stretch.to.getTime() - from;
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return {
    ...edges,
    x: (at) => round(edges.left + within((at.getTime() - from) / length) * (edges.right - edges.left)),
    y: (n) => round(edges.bottom - (n / top) * (edges.bottom - edges.top)),
  };
}

/** Flat until somebody completes, then up; drawn up to now. */
function stepsPath({ points, start, now }: CurveFacts, { x, y }: Frame): string {
  const steps = points.map((point) => `H${x(point.at)}V${y(point.completed)}`).join('');
  return `M${x(start)} ${y(0)}${steps}H${x(now)}`;
}

function Axes({ frame, top, stretch, facts, locale, maxTicks }: DrawingProps & { frame: Frame }) {
  const ticks = ticksOf(stretch, facts.timeZone, maxTicks);
  return (
    <g font-size="12.5">
      {countTicks(top).map((n) => (
        <g key={n}>
          <line
            class={n === 0 ? 'axis' : 'grid'}
            x1={frame.left}
            x2={frame.right}
            y1={frame.y(n)}
            y2={frame.y(n)}
          />
          <text x={frame.left - 8} y={frame.y(n) + 4} text-anchor="end">
            {count(n, locale)}
          </text>
        </g>
      ))}
      {ticks.map(({ at, unit }) => (
        <g key={at.getTime()}>
          <line class="axis" x1={frame.x(at)} x2={frame.x(at)} y1={frame.bottom} y2={frame.bottom + 5} />
          <text x={frame.x(at)} y={frame.bottom + 21} text-anchor={anchorAt(frame.x(at), frame)}>
            {unit === 'day' ? shortDay(at, facts.timeZone, locale) : timeOfDay(at, facts.timeZone, locale)}
          </text>
        </g>
      ))}
    </g>
  );
}

function anchorAt(x: number, { left, right }: Frame): 'start' | 'middle' | 'end' {
  if (x < left + 20) return 'start';
  return x > right - 20 ? 'end' : 'middle';
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
