import type { ConsoleLocale } from '../../../common/locale.js';
import { regionName } from '../../../common/public-holidays.js';
import { daysInWords } from '../../../common/window-in-words.js';
import { count, shortDay } from '../../../console/formats.js';
import { Card } from '../../../console/headings.js';
import type { Survey } from '../../../surveys/survey.entity.js';
import { texts } from '../../../common/texts.js';
import type { Timeline } from './plan-timeline.js';
import { TimelineDrawing } from './timeline-drawing.js';
import type { NameOf } from '../../wave-names.js';

interface Props {
  survey: Pick<Survey, 'id' | 'sendingWindow'>;
  timeline: Timeline;
  nameOf: NameOf;
  locale: ConsoleLocale;
}

/** The plan at a glance, for wide and narrow screens, and the hours it keeps to in words. */
export function TimelineCard({ survey, timeline, nameOf, locale }: Props) {
  const t = texts('plan', locale).timeline;
  const shared = { timeline, nameOf, locale, description: inWords(timeline, nameOf, locale) };
  const holidays = timeline.quiet.flatMap(({ from, holiday }) =>
    holiday === null ? [] : [`${holiday} (${shortDay(from, timeline.timeZone, locale)})`],
  );
  return (
    <Card title={t.title}>
      <figure class="stack">
        <TimelineDrawing {...shared} id="timeline-wide" width={900} maxTicks={10} />
        <TimelineDrawing {...shared} id="timeline-narrow" width={360} maxTicks={4} />
      </figure>
      <p class="hint">
        {hoursInWords(survey.sendingWindow, locale)}
        {holidays.length > 0 && ` ${t.quietDays({ days: holidays.join(', ') })}.`}{' '}
        <a href={`/console/surveys/${survey.id}/settings#sending`}>{t.change}</a>
      </p>
    </Card>
  );
}

function hoursInWords(window: Survey['sendingWindow'], locale: ConsoleLocale): string {
  const t = texts('plan', locale).timeline;
  if (!window) return t.always;
  const hours = t.window({ from: window.from, to: window.to, days: daysInWords(window.days, locale) });
  return window.holidays === null
    ? hours
    : `${hours} ${t.holidays({ region: regionName(window.holidays, locale) })}`;
}

/** What the picture shows, for anyone who does not see it. */
function inWords(timeline: Timeline, nameOf: NameOf, locale: ConsoleLocale): string {
  const t = texts('plan', locale).timeline;
  const day = (at: Date) => shortDay(at, timeline.timeZone, locale);
  const stages = timeline.marks.map((mark) => `${nameOf(mark)} ${day(mark.at)}`);
  const changes = timeline.clockChanges.map(
    ({ at, forward }) => `${forward ? t.clockForward : t.clockBack} ${day(at)}`,
  );
  const total = timeline.answers.at(-1)?.total ?? 0;
  const answers = total > 0 ? [t.answers({ n: count(total, locale) })] : [];
  return [...stages, ...changes, `${t.closing} ${day(timeline.closesAt)}`, ...answers].join('; ');
}
