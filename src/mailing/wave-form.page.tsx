import type { Locale } from '../common/locale.js';
import { inShort } from '../common/local-time.js';
import { Submit } from '../console/actions.js';
import type { Desk } from '../console/desk.js';
import { Choices, TextField } from '../console/fields.js';
import { Card } from '../console/headings.js';
import { ErrorSummary, type FieldErrors } from '../console/notices.js';
import { Stepper } from '../console/tiles.js';
import type { LetterText } from '../mail/letter-text.js';
import { type SurveyFacts, SurveyFrame } from '../surveys/survey-frame.js';
import { LetterEditor, letterLabels } from './letter-editor.js';
import { LetterPreviewPane } from './letter-preview.js';
import type { ShownPreview } from './letter-previews.service.js';
import { mailingTexts } from './mailing.texts.js';
import { audiences } from './wave.entity.js';
import type { WaveFormValues } from './wave-form.js';
import { waveFormTexts } from './wave-form.texts.js';

interface Props {
  desk: Desk;
  survey: SurveyFacts;
  now: Date;
  values: WaveFormValues;
  errors: FieldErrors;
  /** What is sent when staff write nothing of their own, by language. */
  templates: Partial<Record<Locale, LetterText>>;
  preview: ShownPreview;
}

/** Everything staff say about a wave; nothing goes out before they have seen its preview. */
export function WaveFormPage({ desk, survey, now, values, errors, templates, preview }: Props) {
  const { locale } = desk;
  const t = waveFormTexts(locale);
  const labels = { when: t.when, ...letterLabels(locale, survey.languages) };
  return (
    <SurveyFrame desk={desk} survey={survey} now={now} tab="waves">
      <form
        method="post"
        action={`/console/surveys/${survey.id}/waves/preview`}
        class="planning stack"
        noValidate
      >
        <h2>{t.title[values.kind]}</h2>
        <Stepper steps={t.steps} current={0} />
        <ErrorSummary errors={errors} labels={labels} locale={locale} />
        <input type="hidden" name="kind" value={values.kind} />
        <Card>
          <When survey={survey} values={values} error={errors['when']} locale={locale} />
        </Card>
        {values.kind === 'reminder' && (
          <Card>
            <Choices
              name="audience"
              label={t.audience}
              hint={t.audienceHint}
              type="radio"
              options={['not_completed', 'not_started', 'started'].flatMap((wanted) =>
                audiences
                  .filter((audience) => audience === wanted)
                  .map((value) => ({ value, label: mailingTexts(locale).audiences[value] })),
              )}
              chosen={[values.audience]}
            />
          </Card>
        )}
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
            options={(['ignoreGap', 'ignoreCanary'] as const).map((value) => ({
              value,
              ...t.options[value],
            }))}
            chosen={values.options}
          />
        </Card>
        <div class="actions">
          <Submit>{t.toPreview}</Submit>
        </div>
      </form>
    </SurveyFrame>
  );
}

interface WhenProps {
  survey: SurveyFacts;
  values: WaveFormValues;
  error: string | undefined;
  locale: Locale;
}

function When({ survey, values, error, locale }: WhenProps) {
  const t = waveFormTexts(locale);
  const closing = inShort(survey.closesAt, survey.timeZone, locale);
  const kinds = ['now', 'local', 'before_closing'] as const;
  return (
    <Choices
      name="when"
      label={t.when}
      hint={t.zone(survey.timeZone, closing)}
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
      }}
    />
  );
}
