import { z } from 'zod';
import { type SendingWindow, usualWindow, windowProblems } from '../../common/sending-window.js';
import type { Survey } from '../survey.entity.js';
import type { Texts } from '../../common/texts.js';

/** When mails go out and how many, as typed. */
export interface SendingHoursValues {
  hours: 'window' | 'always';
  windowFrom: string;
  windowTo: string;
  windowDays: string[];
  /** Region whose public holidays are kept; empty: none. */
  holidays: string;
  gapDays: string;
  mostReminders: string;
}

const text = (max: number) =>
  z
    .string()
    .max(max)
    .catch('')
    .transform((value) => value.trim());

export const postedSendingHours = {
  hours: z.enum(['window', 'always']).catch('window'),
  windowFrom: text(5),
  windowTo: text(5),
  windowDays: z
    .union([z.string(), z.array(z.string())])
    .catch([])
    .transform((value) => [value].flat().filter((day) => /^[1-7]$/.test(day))),
  holidays: text(10),
  gapDays: text(4),
  mostReminders: text(4),
};

export function sendingHoursOf(
  survey: Pick<Survey, 'sendingWindow' | 'gapDays' | 'mostReminders'> | null,
): SendingHoursValues {
  const window = (survey ? survey.sendingWindow : usualWindow) ?? usualWindow;
  return {
    hours: survey?.sendingWindow === null ? 'always' : 'window',
    windowFrom: window.from,
    windowTo: window.to,
    windowDays: window.days.map(String),
    holidays: window.holidays ?? '',
    gapDays: String(survey?.gapDays ?? 3),
    mostReminders: String(survey?.mostReminders ?? 2),
  };
}

/** What the survey keeps of it; to be asked once `sendingHoursErrors` found nothing. */
export function sendingHoursIn(values: SendingHoursValues) {
  return {
    sendingWindow: values.hours === 'always' ? null : windowIn(values),
    gapDays: Number(values.gapDays),
    mostReminders: Number(values.mostReminders),
  };
}

/** What is wrong with each field, in the words of the page. */
export function sendingHoursErrors(
  values: SendingHoursValues,
  t: Texts['sending-hours'],
): Record<string, string> {
  const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);
  const isWithin = (count: string, most: number) => /^\d{1,2}$/.test(count) && Number(count) <= most;
  const counts: [string, boolean, string][] = [
    ['gapDays', !isWithin(values.gapDays, 60), t.errors.gapDays],
    ['mostReminders', !isWithin(values.mostReminders, 10), t.errors.mostReminders],
  ];
  const times: [string, boolean, string][] = [
    ['windowFrom', !isTime(values.windowFrom), t.errors.time],
    ['windowTo', !isTime(values.windowTo), t.errors.time],
  ];
  const wrong = [...counts, ...(values.hours === 'window' ? times : [])].filter(([, isWrong]) => isWrong);
  const errors = Object.fromEntries(wrong.map(([name, , message]) => [name, message]));
  if (values.hours === 'always' || wrong.some(([name]) => name.startsWith('window'))) return errors;

  const fields = { from: 'windowFrom', to: 'windowTo', days: 'windowDays', holidays: 'holidays' } as const;
  for (const { path } of windowProblems(windowIn(values))) errors[fields[path]] = t.errors[path];
  return errors;
}

function windowIn(values: SendingHoursValues): SendingWindow {
  return {
    from: values.windowFrom,
    to: values.windowTo,
    days: values.windowDays.map(Number),
    holidays: values.holidays === '' ? null : values.holidays,
  };
}
