import type { ConsoleLocale } from '../common/locale.js';
import { shortDay } from '../console/formats.js';
import type { CurveFacts, Frame } from './curve-facts.js';
import type { Stretch } from './curve-scale.js';
import { texts } from '../common/texts.js';

interface Props {
  facts: CurveFacts;
  stretch: Stretch;
  frame: Frame;
  locale: ConsoleLocale;
}

interface Mark {
  kind: 'wave' | 'closing';
  label: string;
  x: number;
  /** Where its label stands, counted from the top. */
  row: number;
  /** Labels near the right edge stand left of their line. */
  leftwards: boolean;
}

const CHARACTER_WIDTH = 7.6;
const ROWS = 3;

/** What happened when: mailings that went out, and the closing date; labels that would meet stand in rows. */
export function CurveMarks(props: Props) {
  const { frame, facts, stretch, locale } = props;
  const t = texts('overview', locale).curve;
  const isClosingFar = facts.closesAt > stretch.to;
  return (
    <g font-size="12.5">
      {marksOf(props).map((mark) => (
        <Line key={`${mark.label} ${mark.x}`} mark={mark} frame={frame} />
      ))}
      {isClosingFar && (
        <text class="closing-label" x={frame.right} y="15" text-anchor="end">
          {t.closing({ day: shortDay(facts.closesAt, facts.timeZone, locale, stretch.from) })} →
        </text>
      )}
    </g>
  );
}

function Line({ mark, frame }: { mark: Mark; frame: Frame }) {
  const y = 15 + mark.row * 19;
  return (
    <g>
      <line
        class={mark.kind}
        x1={mark.x}
        x2={mark.x}
        y1={y - 10}
        y2={frame.bottom}
        stroke-width="1.5"
        stroke-dasharray="4 4"
      />
      {mark.kind === 'wave' && <circle class="wave-dot" cx={mark.x} cy={frame.bottom} r="3.5" />}
      <text
        class={`${mark.kind}-label`}
        x={mark.x + (mark.leftwards ? -6 : 6)}
        y={y}
        text-anchor={mark.leftwards ? 'end' : 'start'}
      >
        {mark.label}
      </text>
    </g>
  );
}

function marksOf({ facts, stretch, frame, locale }: Props): Mark[] {
  const t = texts('overview', locale).curve;
  const day = (at: Date) => shortDay(at, facts.timeZone, locale, stretch.from);
  const wanted = [
    ...facts.waves.map((wave) => ({
      kind: 'wave' as const,
      label: `${wave.label}, ${day(wave.at)}`,
      at: wave.at,
    })),
    { kind: 'closing' as const, label: t.closing({ day: day(facts.closesAt) }), at: facts.closesAt },
  ].filter(({ at }) => at >= stretch.from && at <= stretch.to);

  const taken: { from: number; to: number; row: number }[] = [];
  if (facts.closesAt > stretch.to) taken.push({ from: frame.right - 240, to: frame.right, row: 0 });
  return wanted.map(({ kind, label, at }) => {
    const x = frame.x(at);
    const width = label.length * CHARACTER_WIDTH + 14;
    const leftwards = x + width > frame.right + 10;
    const span = leftwards ? { from: x - width, to: x } : { from: x, to: x + width };
    const isFree = (row: number) =>
      !taken.some((other) => other.row === row && other.from < span.to && span.from < other.to);
    const row = Array.from({ length: ROWS }, (_, index) => index).find(isFree) ?? ROWS - 1;
    taken.push({ ...span, row });
    return { kind, label, x, row, leftwards };
  });
}
