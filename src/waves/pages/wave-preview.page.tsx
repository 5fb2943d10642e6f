import { inShort } from '../../common/local-time.js';
import { Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { SelectField } from '../../console/fields.js';
import { count } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { ErrorSummary, type FieldErrors, Notice } from '../../console/notices.js';
import { Facts } from '../../console/tables.js';
import { Stepper } from '../../console/tiles.js';
import { type SurveyFacts, SurveyFrame } from '../../surveys/pages/survey-frame.js';
import { Warnings } from '../../letters/pages/letter-preview.js';
import type { LetterPreview } from '../../letters/letter-previews.service.js';
import type { SkippedCounts } from '../../ledger/messages/shown-reason.rules.js';
import { SkippedReasons } from '../../ledger/pages/skipped-reasons.js';
import { hiddenFieldsOf, type WaveFormValues } from './wave-form.js';
import { texts } from '../../common/texts.js';

export interface PreviewFacts {
  total: number;
  /** Null: may not be told. */
  recipients: number | null;
  skipped: SkippedCounts;
  /** When it will go out; null for at once. */
  dueAt: Date | null;
  /** When mails may go out if that is later. */
  begins: Date | null;
  clockChange: 'skipped' | 'repeated' | null;
  letter: { subject: string; text: string };
  warnings: LetterPreview['warnings'];
  /** Address of the designed letter, shown in a frame of its own. */
  letterUrl: string;
  from: string;
  /** For whom the letter is shown, and for whom it could be. */
  person: string;
  people: readonly { id: string; label: string }[];
}

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  values: WaveFormValues;
  preview: PreviewFacts;
  errors: FieldErrors;
}

/** Who would get a wave and what they would read: the last look before it is scheduled. */
export function WavePreviewPage({ context, survey, now, values, preview, errors }: Props) {
  const t = texts('wave-form', context.locale);
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="waves">
      <form method="post" action={`/console/surveys/${survey.id}/waves/preview`} class="stack">
        {hiddenFieldsOf(values).map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <h2>{t.preview.title[values.kind]}</h2>
        <Stepper steps={t.steps} current={1} />
        <ErrorSummary errors={errors} labels={{}} locale={context.locale} />
        <div class="main-and-side side-first">
          <Letter preview={preview} context={context} />
          <Summary context={context} survey={survey} values={values} preview={preview} />
        </div>
      </form>
    </SurveyFrame>
  );
}

function Summary({
  context,
  survey,
  values,
  preview,
}: Pick<Props, 'context' | 'survey' | 'values' | 'preview'>) {
  const { locale } = context;
  const t = texts('wave-form', locale);
  const base = `/console/surveys/${survey.id}/waves`;
  const { recipients } = preview;
  const isNow = values.when === 'now';
  return (
    <div class="stack">
      <Card tone="accent">
        <div>
          <p class="tile-label">{t.preview.recipients}</p>
          <p class="tile-value">{recipients === null ? t.preview.notTold : count(recipients, locale)}</p>
          <p class="tile-meaning">
            {recipients === null
              ? t.preview.notToldMeaning
              : t.preview.recipientsMeaning({ total: count(preview.total, locale) })}
          </p>
        </div>
        <Facts
          facts={[
            [
              t.preview.due,
              preview.dueAt ? inShort(preview.dueAt, survey.timeZone, locale) : t.whenOptions.now.label,
            ],
          ]}
        />
        {preview.clockChange && <Notice tone="info">{t.preview.clock[preview.clockChange]}</Notice>}
        {preview.begins && (
          <Notice tone={preview.begins >= survey.closesAt ? 'warning' : 'info'}>
            {preview.begins >= survey.closesAt
              ? t.preview.tooLate
              : t.preview.begins({ when: inShort(preview.begins, survey.timeZone, locale) })}
          </Notice>
        )}
        {preview.recipients === 0 && (
          <Notice tone="warning">{isNow ? t.preview.nobody : t.preview.nobodyYet}</Notice>
        )}
        <div class="actions">
          {(preview.recipients !== 0 || !isNow) && (
            <Submit
              formAction={base}
              confirm={
                isNow
                  ? recipients === null
                    ? t.preview.confirmNotTold
                    : t.preview.confirm({ recipients })
                  : undefined
              }
            >
              {isNow ? t.preview.schedule.now : values.wave ? t.preview.save : t.preview.schedule.later}
            </Submit>
          )}
          <Submit formAction={`${base}/test`} look="secondary" icon="mail">
            {t.preview.test}
          </Submit>
          <Submit formAction={`${base}/new`} look="quiet">
            {t.preview.back}
          </Submit>
        </div>
      </Card>
      {Object.keys(preview.skipped).length > 0 && (
        <Card>
          <SkippedReasons skipped={preview.skipped} locale={locale} />
          <p class="hint">{t.preview.rechecked}</p>
        </Card>
      )}
    </div>
  );
}

function Letter({ preview, context }: { preview: PreviewFacts; context: ConsoleContext }) {
  const t = texts('wave-form', context.locale).preview;
  return (
    <Card title={t.letter}>
      {preview.people.length > 0 && (
        <div class="inline-form">
          <SelectField
            name="person"
            label={t.person}
            options={preview.people.map(({ id, label }) => ({ value: id, label }))}
            value={preview.person}
          />
          <Submit look="secondary">{t.show}</Submit>
        </div>
      )}
      <Facts
        facts={[
          [t.from, preview.from],
          [t.subject, <strong key="subject">{preview.letter.subject}</strong>],
        ]}
      />
      {preview.warnings.length > 0 && <Warnings warnings={preview.warnings} locale={context.locale} />}
      <p class="hint">{t.deadLink}</p>
      <iframe class="letter-frame" sandbox="" src={preview.letterUrl} title={t.html} />
      <details>
        <summary>{t.text}</summary>
        <pre class="code-block">{preview.letter.text}</pre>
      </details>
    </Card>
  );
}
