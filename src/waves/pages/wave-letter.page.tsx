import { letterKindOf } from '../../letters/letter-kind.rules.js';
import { type Locale, textIn } from '../../common/locale.js';
import { LinkButton, Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Breadcrumbs, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { ErrorSummary, type FieldErrors, Notice } from '../../console/notices.js';
import type { LetterText } from '../../composer/letter-text.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { texts } from '../../common/texts.js';
import { LetterEditor, letterLabels } from '../../letters/pages/letter-editor.js';
import type { LetterFormValues } from '../../letters/pages/letter-form.js';
import { reachInWords } from './letter-reach.js';
import { LetterPreviewPane } from '../../letters/pages/letter-preview.js';
import type { ShownPreview } from '../../letters/letter-previews.service.js';
import { WaveBadge } from '../../ledger/pages/mailing-badges.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import type { LetterReach } from '../wave-letters.service.js';

interface Props {
  context: ConsoleContext;
  survey: Pick<Survey, 'id' | 'title' | 'languages' | 'closesAt' | 'timeZone'>;
  wave: Pick<Wave, 'id' | 'kind' | 'state' | 'dueAt'>;
  /** What the wave is called among those of its survey. */
  name: string;
  values: LetterFormValues;
  errors: FieldErrors;
  templates: Partial<Record<Locale, LetterText>>;
  preview: ShownPreview;
  reach: LetterReach;
}

/** The letter of a wave that is planned or under way, to be rewritten for whatever is not yet sent. */
export function WaveLetterPage({
  context,
  survey,
  wave,
  name,
  values,
  errors,
  templates,
  preview,
  reach,
}: Props) {
  const { locale } = context;
  const t = texts('letter-editor', locale);
  const title = textIn(survey.title, locale);
  const base = `/console/waves/${wave.id}`;
  const crumbs = [
    { label: texts('surveys', locale).title, href: '/console/surveys' },
    { label: title, href: `/console/surveys/${survey.id}` },
    { label: texts('waves', locale).title, href: `/console/surveys/${survey.id}/waves` },
    { label: name, href: base },
  ];
  const editor = { locale, languages: survey.languages };
  return (
    <ConsolePage context={context} title={`${t.rewrite.title}: ${name}`} section="surveys">
      <Breadcrumbs crumbs={crumbs} locale={locale} />
      <PageHead
        title={t.rewrite.title}
        badge={<WaveBadge state={wave.state} uncertain={0} locale={locale} />}
        lead={`${name}: ${title}`}
      />
      <form method="post" action={`${base}/letter`} class="stack" noValidate>
        <ErrorSummary errors={errors} labels={letterLabels(locale, survey.languages)} locale={locale} />
        <input type="hidden" name="kind" value={letterKindOf(wave, survey)} />
        <Notice tone="info">{reachInWords(t.rewrite.reach, reach)}</Notice>
        <div class="stack" data-letter={`/console/surveys/${survey.id}/letter`}>
          <LetterEditor
            {...editor}
            values={values}
            errors={errors}
            templates={templates}
            fillAction={`${base}/letter/preview`}
          />
          <div class="actions">
            <Submit>{t.rewrite.submit}</Submit>
            <LinkButton href={base} look="quiet">
              {t.rewrite.back}
            </LinkButton>
          </div>
          <LetterPreviewPane {...editor} preview={preview} showAction={`${base}/letter/preview`} />
        </div>
      </form>
    </ConsolePage>
  );
}
