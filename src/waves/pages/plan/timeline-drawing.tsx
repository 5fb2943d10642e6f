import type { ConsoleLocale } from '../../../common/locale.js';
import { shortDay } from '../../../console/formats.js';
import { texts } from '../../../common/texts.js';
import { ticksOf, type Timeline, type TimelineMark } from './plan-timeline.js';
import type { NameOf } from '../../wave-names.js';

interface Props {
  id: 'timeline-wide' | 'timeline-narrow';
  width: number;
  timeline: Timeline;
  nameOf: NameOf;
  /** What the picture shows, in words. */
  description: string;
  maxTicks: number;
  locale: ConsoleLocale;
}

const TOP = 84;
const BOTTOM = 168;
const HEIGHT = 212;
const MARGIN = 16;
const ROW = 18;
const CHARACTER = 7.4;

/** The plan as a picture of one size: quiet days, answers so far, stages, changes of clocks, closing date. */
export function TimelineDrawing({ id, width, timeline, nameOf, description, maxTicks, locale }: Props) {
  const t = texts('plan', locale).timeline;
  const scale = scaleOf(timeline, width);
  const marks = labelled(timeline, nameOf, scale, width, locale);
  return (
    <svg
      class={`timeline ${id}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{t.title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <rect class="ground" x={MARGIN} y={TOP} width={width - 2 * MARGIN} height={BOTTOM - TOP} rx="6" />
      {timeline.quiet.map(({ from, to, holiday }) => (
        <rect
          key={from.getTime()}
          class={holiday === null ? 'quiet' : 'quiet holiday'}
          x={scale(from)}
          y={TOP}
          width={Math.max(1, scale(to) - scale(from))}
          height={BOTTOM - TOP}
        >
          <title>{holiday ?? t.quiet}</title>
        </rect>
      ))}
      <Answers timeline={timeline} scale={scale} />
      {timeline.clockChanges.map(({ at, forward }) => (
        <g key={at.getTime()}>
          <line class="clock-change" x1={scale(at)} x2={scale(at)} y1={TOP} y2={BOTTOM} />
          <text x={scale(at)} y={HEIGHT - 2} text-anchor={anchor(scale(at), width, 70)} font-size="12">
            {forward ? t.clockForward : t.clockBack}
          </text>
        </g>
      ))}
      <Days timeline={timeline} scale={scale} most={maxTicks} width={width} locale={locale} />
      {timeline.now < timeline.to && (
        <line class="now" x1={scale(timeline.now)} x2={scale(timeline.now)} y1={TOP - 4} y2={BOTTOM + 4} />
      )}
      {marks.map(({ mark, x, row }) => (
        <g key={mark.id} class={`mark mark-${mark.state}`}>
          <line x1={x} x2={x} y1={12 + row * ROW} y2={BOTTOM} />
          <circle cx={x} cy={TOP} r="5.5" />
        </g>
      ))}
      {marks.map(({ mark, x, row, label, leftwards }) => (
        <g key={mark.id} class="mark">
          <text
            x={x + (leftwards ? -8 : 8)}
            y={16 + row * ROW}
            text-anchor={leftwards ? 'end' : 'start'}
            font-size="13"
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

type Scale = (at: Date) => number;

function scaleOf({ from, to }: Timeline, width: number): Scale {
  const length = Math.max(1, to.getTime() - from.getTime());
  return (at) => {
    const share = Math.min(1, Math.max(0, (at.getTime() - from.getTime()) / length));
    return Math.round((MARGIN + share * (width - 2 * MARGIN)) * 10) / 10;
  };
}

/** Answers so far as a curve behind the plan, to its own height. */
function Answers({ timeline, scale }: { timeline: Timeline; scale: Scale }) {
  const most = timeline.answers.at(-1)?.total ?? 0;
  const [first] = timeline.answers;
  if (!first || most === 0) return null;
  const y = (total: number) => Math.round((BOTTOM - (total / most) * (BOTTOM - TOP - 14)) * 10) / 10;
  const dayBefore = new Date(first.at.getTime() - 86_400_000);
  const points = timeline.answers.map(
    ({ at, total }) => `L${scale(at < timeline.now ? at : timeline.now)} ${y(total)}`,
  );
  const line = `M${scale(dayBefore)} ${BOTTOM}${points.join('')}`;
  const end = scale(timeline.now);
  return (
    <>
      <path class="answers-area" d={`${line}H${end}V${BOTTOM}Z`} />
      <path class="answers" d={`${line}H${end}`} fill="none" />
    </>
  );
}

function Days({
  timeline,
  scale,
  most,
  width,
  locale,
}: {
  timeline: Timeline;
  scale: Scale;
  most: number;
  width: number;
  locale: ConsoleLocale;
}) {
  const { timeZone, now } = timeline;
  return (
    <g font-size="12">
      {ticksOf(timeline, most).map((day) => (
        <g key={day.getTime()}>
          <line class="tick" x1={scale(day)} x2={scale(day)} y1={BOTTOM} y2={BOTTOM + 5} />
          <text x={scale(day)} y={BOTTOM + 20} text-anchor={anchor(scale(day), width)}>
            {shortDay(day, timeZone, locale, now)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface Labelled {
  mark: Pick<TimelineMark, 'id'> & { state: TimelineMark['state'] | 'closing' };
  x: number;
  row: number;
  label: string;
  leftwards: boolean;
}

/** Stages and the closing date with their labels; those that would meet stand in rows. */
function labelled(
  timeline: Timeline,
  nameOf: NameOf,
  scale: Scale,
  width: number,
  locale: ConsoleLocale,
): Labelled[] {
  const all = [
    ...timeline.marks.map((mark) => ({ mark, at: mark.at, label: nameOf(mark) })),
    {
      mark: { id: 'closing', state: 'closing' as const },
      at: timeline.closesAt,
      label: texts('plan', locale).timeline.closing,
    },
  ];
  const ends: number[] = [];
  return all.map(({ mark, at, label: name }) => {
    const label = `${name}, ${shortDay(at, timeline.timeZone, locale, timeline.now)}`;
    const x = scale(at);
    const room = label.length * CHARACTER + 12;
    const leftwards = x + room > width;
    const from = leftwards ? x - room : x - 4;
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? Math.min(ends.length, 3) : free;
    ends[row] = leftwards ? x + 4 : x + room;
    return { mark, x, row, label, leftwards };
  });
}

function anchor(x: number, width: number, half = 24): 'start' | 'middle' | 'end' {
  if (x < MARGIN + half) return 'start';
  return x > width - MARGIN - half ? 'end' : 'middle';
}
