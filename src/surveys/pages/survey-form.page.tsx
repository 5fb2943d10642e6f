import type { ComponentChildren } from 'preact';
import type { Problem } from '../../common/errors.js';
import { type ConsoleLocale, locales } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Breadcrumbs, Card, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { ErrorSummary, type FieldErrors, Notice } from '../../console/notices.js';
import { lssNotesInText } from '../../limesurvey/lss-notes.js';
import { ImportNotes } from './import-notes.js';
import { FirstQuestionnaire } from './first-questionnaire.js';
import { SendingHours } from './sending-hours-card.js';
import { type Texts, texts } from '../../common/texts.js';
import { type SurveyFacts, SurveyFrame } from './survey-frame.js';
import { type SurveyFormValues, titleField } from './survey-form.js';
import { About, Sender } from './survey-form-parts.js';

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
