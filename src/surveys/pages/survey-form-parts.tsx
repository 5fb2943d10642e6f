import { type Locale, locales } from '../../common/locale.js';
import type { Texts } from '../../common/texts.js';
import { Choices, TextArea, TextField } from '../../console/fields.js';
import { FormSection } from '../../console/form-section.js';
import { Card } from '../../console/headings.js';
import type { FieldErrors } from '../../console/notices.js';
import { privacyKinds } from '../survey.entity.js';
import { type SurveyFormValues, titleField } from './survey-form.js';

interface PartProps {
  values: SurveyFormValues;
  errors: FieldErrors;
  t: Texts['survey-form'];
}

/** A title for each language; the style sheet hides those of languages that are not chosen. */
function Titles({ values, errors, t }: PartProps) {
  return (
    <>
      {locales.map((locale) => (
        <div key={locale} class={`title-in-${locale}`}>
          <TextField
            name={titleField(locale)}
            label={t.titleIn({ language: t.languageOptions[locale] })}
            hint={t.titleHint}
            error={errors[titleField(locale)]}
            value={values.titles[locale]}
            maxLength={200}
          />
        </div>
      ))}
    </>
  );
}

/**
 * What is asked, in which languages, until when, and how confidential answers are.
 *
 * @param promised the languages a published survey is answered in, which it keeps; null before publication
 */
export function About({ values, errors, t, promised }: PartProps & { promised: readonly Locale[] | null }) {
  return (
    <>
      <FormSection title={t.what}>
        <Choices
          name="languages"
          label={t.languages}
          hint={promised ? t.moreLanguagesHint : t.languagesHint}
          error={errors['languages']}
          type="checkbox"
          options={locales.map((locale) => ({ value: locale, label: t.languageOptions[locale] }))}
          chosen={values.languages}
          fixed={promised ?? []}
        />
        <Titles values={values} errors={errors} t={t} />
      </FormSection>
      <Card title={t.until}>
        <div class="field-row">
          <TextField
            name="closesAt"
            label={t.closesAt}
            hint={t.closesAtHint}
            error={errors['closesAt']}
            type="datetime-local"
            value={values.closesAt}
            required
          />
          <TextField
            name="timeZone"
            label={t.timeZone}
            hint={t.timeZoneHint}
            error={errors['timeZone']}
            value={values.timeZone}
            required
          />
        </div>
      </Card>
      {!promised && (
        <Card>
          <Choices
            name="privacy"
            label={t.privacyTitle}
            hint={t.privacyHint}
            type="radio"
            options={privacyKinds.map((kind) => ({ value: kind, ...t.privacyOptions[kind] }))}
            chosen={[values.privacy]}
          />
          <Choices
            name="textsStayWithAnswers"
            label={t.textsTitle}
            type="checkbox"
            options={[{ value: 'yes', ...t.textsStayWithAnswers }]}
            chosen={[values.textsStayWithAnswers]}
          />
        </Card>
      )}
      <Card>
        <Choices
          name="mayChangeAnswers"
          label={t.changesTitle}
          error={errors['mayChangeAnswers']}
          type="checkbox"
          options={[{ value: 'yes', ...t.mayChangeAnswers }]}
          chosen={[values.mayChangeAnswers]}
        />
      </Card>
    </>
  );
}

/** From whom the letters come, and where the sender says more. */
export function Sender({ values, errors, t }: PartProps) {
  return (
    <FormSection title={t.sender}>
      <div class="field-row">
        <TextField
          name="senderName"
          label={t.senderName}
          hint={t.senderNameHint}
          error={errors['senderName']}
          value={values.senderName}
          required
          maxLength={100}
        />
        <TextField
          name="senderEmail"
          label={t.senderEmail}
          hint={t.senderEmailHint}
          error={errors['senderEmail']}
          type="email"
          value={values.senderEmail}
          required
        />
      </div>
      <TextArea
        name="senderAddress"
        label={t.senderAddress}
        hint={t.senderAddressHint}
        value={values.senderAddress}
        rows={3}
        maxLength={300}
      />
      <div class="field-row">
        <TextField
          name="privacyUrl"
          label={t.privacyUrl}
          error={errors['privacyUrl']}
          type="url"
          value={values.privacyUrl}
        />
        <TextField
          name="imprintUrl"
          label={t.imprintUrl}
          error={errors['imprintUrl']}
          type="url"
          value={values.imprintUrl}
        />
      </div>
    </FormSection>
  );
}
