import type { ConsoleLocale } from '../../common/locale.js';
import { statesOf } from '../../common/public-holidays.js';
import { dayName } from '../../common/window-in-words.js';
import { Choices, type Option, SelectField, TextField } from '../../console/fields.js';
import { FormSection } from '../../console/form-section.js';
import type { FieldErrors } from '../../console/notices.js';
import type { SendingHoursValues } from './sending-hours.js';
import { texts } from '../../common/texts.js';

interface Props {
  values: SendingHoursValues;
  errors: FieldErrors;
  locale: ConsoleLocale;
}

/** When mails of a survey may go out, and how often somebody may be written to. */
export function SendingHours({ values, errors, locale }: Props) {
  const t = texts('sending-hours', locale);
  return (
    <div id="sending">
      <FormSection title={t.title}>
        <Choices
          name="hours"
          label={t.hours}
          hint={t.hoursHint}
          type="radio"
          options={[
            { value: 'window', label: t.window },
            { value: 'always', label: t.always },
          ]}
          chosen={[values.hours]}
          within={{ window: <Window values={values} errors={errors} locale={locale} /> }}
        />
        <div class="field-row">
          <TextField
            name="gapDays"
            label={t.gapDays}
            hint={t.gapDaysHint}
            error={errors['gapDays']}
            type="number"
            min="0"
            max="60"
            value={values.gapDays}
          />
          <TextField
            name="mostReminders"
            label={t.mostReminders}
            error={errors['mostReminders']}
            type="number"
            min="0"
            max="10"
            value={values.mostReminders}
          />
        </div>
        <p class="hint">{t.mostRemindersHint}</p>
      </FormSection>
    </div>
  );
}

function Window({ values, errors, locale }: Props) {
  const t = texts('sending-hours', locale);
  return (
    <div class="form">
      <div class="field-row">
        <TextField
          name="windowFrom"
          label={t.from}
          error={errors['windowFrom']}
          value={values.windowFrom}
          type="time"
        />
        <TextField
          name="windowTo"
          label={t.to}
          error={errors['windowTo']}
          value={values.windowTo}
          type="time"
        />
      </div>
      <Choices
        name="windowDays"
        label={t.days}
        error={errors['windowDays']}
        type="checkbox"
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
          value: String(day),
          label: dayName(day, locale, 'long'),
        }))}
        chosen={values.windowDays}
      />
      <SelectField
        name="holidays"
        label={t.holidays}
        error={errors['holidays']}
        options={regions(values.holidays, locale)}
        value={values.holidays}
      />
    </div>
  );
}

/** German states first, then the neighbours; a region that was set through the API stays to be chosen. */
function regions(chosen: string, locale: ConsoleLocale): Option[] {
  const t = texts('sending-hours', locale);
  const countries = Object.entries(t.countries).map(([value, name]) => ({
    value,
    label: t.whole({ country: name }),
  }));
  const states = statesOf('DE', locale).map(({ code, name }) => ({ value: code, label: name }));
  const known = [{ value: '', label: t.noHolidays }, ...states, ...countries];
  return known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, label: chosen }];
}
