import { Submit } from '../console/actions.js';
import type { ConsoleContext } from '../console/console-context.js';
import { TextField } from '../console/fields.js';
import { FormSection } from '../console/form-section.js';
import { languageNames } from '../console/formats.js';
import { ErrorSummary, type FieldErrors } from '../console/notices.js';
import { type SurveyFacts, SurveyFrame } from '../surveys/pages/survey-frame.js';
import { texts } from '../common/texts.js';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  /** `title.de`, `title.en`, `closesAt`. */
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}

/** A copy of a survey: a title, and until when. */
export function TwinPage({ context, survey, now, values, errors }: Props) {
  const { locale } = context;
  const t = texts('editor', locale).twin;
  const label = (language: string) => t.titleIn({ language: languageNames([language], locale) });
  const labels = Object.fromEntries(
    survey.languages.map((language) => [`title.${language}`, label(language)]),
  );
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="settings">
      <form method="post" action={`/console/surveys/${survey.id}/duplicate`} class="narrow stack" noValidate>
        <h2>{t.title}</h2>
        <p>{t.lead}</p>
        <ErrorSummary errors={errors} labels={{ ...labels, closesAt: t.closesAt }} locale={locale} />
        <FormSection>
          {survey.languages.map((language) => (
            <TextField
              key={language}
              name={`title.${language}`}
              label={label(language)}
              value={values[`title.${language}`] ?? ''}
              error={errors[`title.${language}`]}
              maxLength={200}
            />
          ))}
          <TextField
            name="closesAt"
            label={t.closesAt}
            type="datetime-local"
            value={values['closesAt'] ?? ''}
            error={errors['closesAt']}
          />
        </FormSection>
        <div class="actions">
          <Submit>{t.create}</Submit>
        </div>
      </form>
    </SurveyFrame>
  );
}
