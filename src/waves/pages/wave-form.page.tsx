import type { ConsoleLocale, Locale } from '../../common/locale.js';
import { inShort } from '../../common/local-time.js';
import { Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Choices, SelectField, TextArea, TextField } from '../../console/fields.js';
import { Card } from '../../console/headings.js';
import { ErrorSummary, type FieldErrors } from '../../console/notices.js';
import { Stepper } from '../../console/tiles.js';
import type { LetterText } from '../../composer/letter-text.js';
import { type SurveyFacts, SurveyFrame } from '../../surveys/pages/survey-frame.js';
import { LetterEditor, letterLabels } from '../../letters/pages/letter-editor.js';
import { LetterPreviewPane } from '../../letters/pages/letter-preview.js';
import type { ShownPreview } from '../../letters/letter-previews.service.js';
import { type Texts, texts } from '../../common/texts.js';
import { audiences } from '../../ledger/states/wave.entity.js';
import type { WaveFormValues } from './wave-form.js';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  values: WaveFormValues;
  errors: FieldErrors;
  /** What is sent when staff write nothing of their own, by language. */
  templates: Partial<Record<Locale, LetterText>>;
  preview: ShownPreview;
  segments: readonly { id: string; name: string }[];
}

/** Everything staff say about a wave; nothing goes out before they have seen its preview. */
export function WaveFormPage({ context, survey, now, values, errors, templates, preview, segments }: Props) {
  const { locale } = context;
  const t = texts('wave-form', locale);
  const labels = {
    when: t.when,
    segment: t.segment,
    exceedsBecause: t.exceedsBecause,
    options: t.more,
    ...letterLabels(locale, survey.languages),
  };
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="waves">
      <form
        method="post"
        action={`/console/surveys/${survey.id}/waves/preview`}
        class="planning stack"
        noValidate
      >
        <h2>{values.wave ? t.changeTitle[values.kind] : t.title[values.kind]}</h2>
        <Stepper steps={t.steps} current={0} />
        <ErrorSummary errors={errors} labels={labels} locale={locale} />
        <input type="hidden" name="kind" value={values.kind} />
        <input type="hidden" name="wave" value={values.wave} />
        <Card>
          <When survey={survey} values={values} error={errors['when']} locale={locale} />
        </Card>
        <Whom values={values} errors={errors} segments={segments} locale={locale} />
        <div class="wide stack" data-letter={`/console/surveys/${survey.id}/letter`}>
          <LetterEditor
            locale={locale}
            languages={survey.languages}
            values={values.letter}
            errors={errors}
            templates={templates}
            fillAction={`/console/surveys/${survey.id}/waves/new`}
          />
          <LetterPreviewPane
            locale={locale}
            languages={survey.languages}
            preview={preview}
            showAction={`/console/surveys/${survey.id}/waves/new`}
          />
        </div>
        <Card>
          <Choices
            name="options"
            label={t.more}
            hint={t.moreHint}
            type="checkbox"
            error={errors['options']}
            options={optionsFor(values, t)}
            chosen={values.options}
          />
          {(errors['exceedsBecause'] !== undefined || values.exceedsBecause !== '') && (
            <TextArea
              name="exceedsBecause"
              label={t.exceedsBecause}
              hint={t.exceedsHint}
              error={errors['exceedsBecause']}
              value={values.exceedsBecause}
              rows={3}
              maxLength={500}
            />
          )}
        </Card>
        <div class="actions">
          <Submit>{t.toPreview}</Submit>
        </div>
      </form>
    </SurveyFrame>
  );
}

/** Rolling is for invitations, and for reminders that count from the invitation. */
function optionsFor(values: WaveFormValues, t: Texts['wave-form']) {
  const rolling = { value: 'rolling', ...t.rolling[values.kind] };
  const ignores = (['ignoreWindow', 'ignoreGap', 'ignoreCanary'] as const).map((value) => ({
    value,
    ...t.options[value],
  }));
  return [rolling, ...ignores];
}

interface WhomProps {
  values: WaveFormValues;
  errors: FieldErrors;
  segments: Props['segments'];
  locale: ConsoleLocale;
}

function Whom({ values, errors, segments, locale }: WhomProps) {
  const t = texts('wave-form', locale);
  if (values.kind === 'invitation' && segments.length === 0) return null;
  const ordered = audiences.toSorted((a, b) => Number(b === 'not_completed') - Number(a === 'not_completed'));
  return (
    <Card>
      {values.kind === 'reminder' && (
        <Choices
          name="audience"
          label={t.audience}
          hint={t.audienceHint}
          type="radio"
          options={ordered.map((value) => ({ value, label: texts('mailing', locale).audiences[value] }))}
          chosen={[values.audience]}
        />
      )}
      {segments.length > 0 && (
        <SelectField
          name="segment"
          label={t.segment}
          error={errors['segment']}
          options={[
            { value: '', label: t.everybody },
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={values.segment}
        />
      )}
    </Card>
  );
}

interface WhenProps {
  survey: SurveyFacts;
  values: WaveFormValues;
  error: string | undefined;
  locale: ConsoleLocale;
}

function When({ survey, values, error, locale }: WhenProps) {
  const t = texts('wave-form', locale);
  const closing = inShort(survey.closesAt, survey.timeZone, locale);
  const forAll = ['now', 'local', 'before_closing'] as const;
  const kinds = values.kind === 'reminder' ? ([...forAll, 'after_invitation'] as const) : forAll;
  return (
    <Choices
      name="when"
      label={t.when}
      hint={t.zone({ zone: survey.timeZone, closing })}
      error={error}
      type="radio"
      options={kinds.map((value) => ({ value, ...t.whenOptions[value] }))}
      chosen={[values.when]}
      within={{
        local: <TextField name="local" label={t.local} type="datetime-local" value={values.local} />,
        before_closing: (
          <>
            <TextField name="days" label={t.days} type="number" min="0" max="365" value={values.days} />
            <TextField name="time" label={t.time} type="time" value={values.time} />
          </>
        ),
        after_invitation: (
          <>
            <TextField
              name="afterDays"
              label={t.afterDays}
              type="number"
              min="0"
              max="365"
              value={values.afterDays}
            />
            <TextField name="afterTime" label={t.time} type="time" value={values.afterTime} />
          </>
        ),
      }}
    />
  );
}
