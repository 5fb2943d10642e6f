import type { ComponentChildren } from 'preact';
import type { Problem } from '../../common/errors.js';
import { type ConsoleLocale, type Locale, locales } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Choices, TextArea, TextField } from '../../console/fields.js';
import { FormSection } from '../../console/form-section.js';
import { Breadcrumbs, Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { ErrorSummary, type FieldErrors, Notice } from '../../console/notices.js';
import { lssNotesInText } from '../../limesurvey/lss-notes.js';
import { ImportNotes } from './import-notes.js';
import { QuestionnaireProblems } from './questionnaire-problems.js';
import { privacyKinds } from '../survey.entity.js';
import { SendingHours } from './sending-hours-card.js';
import { type Texts, texts } from '../../common/texts.js';
import { type SurveyFacts, SurveyFrame } from './survey-frame.js';
import { firstQuestionnaires, type SurveyFormValues, titleField } from './survey-form.js';

interface Props {
  context: ConsoleContext;
  values: SurveyFormValues;
  errors: FieldErrors;
  /** What is wrong inside the questionnaire. */
  problems: readonly Problem[];
  /** The survey to change; null for a new one. */
  survey: SurveyFacts | null;
  now: Date;
  /** What a file that was read holds. */
  above?: ComponentChildren;
}

/** Everything staff say about a survey, new or to change. */
export function SurveyFormPage(props: Props) {
  const { context, survey } = props;
  const t = texts('survey-form', context.locale);
  if (survey) {
    return (
      <SurveyFrame context={context} survey={survey} now={props.now} tab="settings">
        <SurveyForm {...props} />
      </SurveyFrame>
    );
  }
  return (
    <ConsolePage context={context} title={t.newTitle} section="surveys">
      <Breadcrumbs
        crumbs={[{ label: texts('surveys', context.locale).title, href: '/console/surveys' }]}
        locale={context.locale}
      />
      <PageHead title={t.newTitle} lead={t.newLead} />
      <SurveyForm {...props} />
    </ConsolePage>
  );
}

function SurveyForm({ context, values, errors, problems, survey, above }: Props) {
  const t = texts('survey-form', context.locale);
  const action = survey ? `/console/surveys/${survey.id}/settings` : '/console/surveys';
  const isFixed = survey !== null && survey.state !== 'draft';
  return (
    <form method="post" action={action} encType="multipart/form-data" class="narrow stack" noValidate>
      <ErrorSummary
        errors={errors}
        labels={{ ...labelsOf(t), ...hoursLabels(texts('sending-hours', context.locale)) }}
        locale={context.locale}
      />
      {isFixed && <Notice tone="info">{t.fixed}</Notice>}
      {above ?? <BroughtNotes json={values.notes} locale={context.locale} />}
      {values.notes && <input type="hidden" name="notes" value={values.notes} />}
      <About values={values} errors={errors} t={t} promised={isFixed ? survey.languages : null} />
      <Sender values={values} errors={errors} t={t} />
      <SendingHours values={values} errors={errors} locale={context.locale} />
      {!survey && (
        <FirstQuestionnaire values={values} errors={errors} problems={problems} context={context} />
      )}
      <div class="actions">
        <Submit>{survey ? t.save : t.create}</Submit>
      </div>
    </form>
  );
}

/** What a file could not bring, again where the form was refused. */
function BroughtNotes({ json, locale }: { json: string; locale: ConsoleLocale }) {
  const notes = lssNotesInText(json);
  return notes.length === 0 ? null : (
    <Card>
      <ImportNotes notes={notes} locale={locale} />
    </Card>
  );
}

/** What a new survey begins with; its questions are then built in the editor. */
function FirstQuestionnaire({
  values,
  errors,
  problems,
  context,
}: Pick<Props, 'values' | 'errors' | 'problems' | 'context'>) {
  const t = texts('survey-form', context.locale);
  const hasJson = values.questionnaire !== '';
  return (
    <FormSection title={t.questionnaire}>
      {!hasJson && (
        <Choices
          name="start"
          label={t.start}
          type="radio"
          options={firstQuestionnaires.map((start) => ({ value: start, ...t.starts[start] }))}
          chosen={[values.start]}
        />
      )}
      <QuestionnaireProblems problems={problems} locale={context.locale} />
      <details open={hasJson}>
        <summary>{t.ownJson}</summary>
        <div class="form">
          <TextArea
            name="questionnaire"
            label="JSON"
            hint={t.questionnaireHint}
            error={errors['questionnaire']}
            value={values.questionnaire}
            class="code"
            spellcheck={false}
          />
          <TextField
            name="file"
            label={t.file}
            hint={t.fileHint}
            type="file"
            accept=".json,application/json"
          />
        </div>
      </details>
    </FormSection>
  );
}

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

/** @param promised the languages a published survey is answered in, which it keeps; null before publication */
function About({ values, errors, t, promised }: PartProps & { promised: readonly Locale[] | null }) {
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

function Sender({ values, errors, t }: PartProps) {
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

function labelsOf(t: Texts['survey-form']): Record<string, string> {
  const { languages, closesAt, timeZone, senderName, senderEmail, privacyUrl, imprintUrl, questionnaire } = t;
  return {
    ...Object.fromEntries(
      locales.map((locale) => [titleField(locale), t.titleIn({ language: t.languageOptions[locale] })]),
    ),
    languages,
    closesAt,
    timeZone,
    senderName,
    senderEmail,
    privacyUrl,
    imprintUrl,
    questionnaire,
  };
}

function hoursLabels(t: Texts['sending-hours']): Record<string, string> {
  const { from, to, days, holidays, gapDays, mostReminders } = t;
  return { windowFrom: from, windowTo: to, windowDays: days, holidays, gapDays, mostReminders };
}
