import type { Locale } from '../../common/locale.js';
import { LinkButton, Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Choices, TextField } from '../../console/fields.js';
import { FormSection } from '../../console/form-section.js';
import { Card } from '../../console/headings.js';
import { ErrorSummary, type FieldErrors, Notice } from '../../console/notices.js';
import { phaseOf, type SurveyFacts, SurveyFrame } from '../../surveys/pages/survey-frame.js';
import { texts } from '../../common/texts.js';

/** What is in the form's fields, as typed. */
export interface OpenLinkFormValues {
  on: boolean;
  slug: string;
  perMinute: string;
}

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  values: OpenLinkFormValues;
  errors: FieldErrors;
  /** The link as it works now; null while it is off. */
  link: { slug: string; url: string } | null;
  /** Address where a short code can be typed. */
  enterAt: string;
}

/** The link for everybody: switched here, and shown as it goes into letters. */
export function OpenLinkSettingsPage({ context, survey, now, values, errors, link, enterAt }: Props) {
  const { locale } = context;
  const t = texts('open-link', locale);
  const labels = { slug: t.slug, perMinute: t.perMinute };
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="openLink">
      <div class="main-and-side">
        <form method="post" action={`/console/surveys/${survey.id}/open-link`} class="stack" noValidate>
          <ErrorSummary errors={errors} labels={labels} locale={locale} />
          <p>{t.off}</p>
          <FormSection>
            <Choices
              name="on"
              label={t.settings}
              type="checkbox"
              options={[{ value: 'yes', label: t.on, hint: t.onHint }]}
              chosen={values.on ? ['yes'] : []}
            />
            <TextField
              name="slug"
              label={t.slug}
              hint={t.slugHint}
              error={errors['slug']}
              value={values.slug}
              maxLength={40}
              autocomplete="off"
            />
            <TextField
              name="perMinute"
              label={t.perMinute}
              hint={t.perMinuteHint}
              error={errors['perMinute']}
              type="number"
              min="1"
              max="10000"
              value={values.perMinute}
            />
          </FormSection>
          <div class="actions">
            <Submit>{t.save}</Submit>
          </div>
        </form>
        <aside class="stack">
          {link && phaseOf(survey, now) !== 'open' && <Notice tone="info">{t.notOpen}</Notice>}
          {link && <LinkCard survey={survey.id} link={link} enterAt={enterAt} locale={locale} />}
        </aside>
      </div>
    </SurveyFrame>
  );
}

interface LinkCardProps {
  survey: string;
  link: { slug: string; url: string };
  enterAt: string;
  locale: Locale;
}

function LinkCard({ survey, link, enterAt, locale }: LinkCardProps) {
  const t = texts('open-link', locale);
  const base = `/console/surveys/${survey}/open-link`;
  return (
    <Card title={t.address}>
      <p>
        <a href={link.url}>{link.url}</a>
      </p>
      <p>
        {t.orType({ address: enterAt })} <strong class="number">{link.slug.toUpperCase()}</strong>
      </p>
      <img src={`${base}/qr.svg`} alt={t.qr} width={200} height={200} />
      <div class="actions">
        <LinkButton href={`${base}/letter`} look="secondary">
          {t.print}
        </LinkButton>
        <LinkButton href={`${base}/qr.svg`} look="quiet">
          {t.download}
        </LinkButton>
        <p class="hint">{t.printHint}</p>
      </div>
    </Card>
  );
}
