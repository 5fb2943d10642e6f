import type { ConsoleLocale } from '../common/locale.js';
import { LinkButton } from '../console/actions.js';
import { count } from '../console/formats.js';
import { Card } from '../console/headings.js';
import { areTextsApart } from '../results/disclosure.rules.js';
import type { ResponseCounts } from '../results/release.queries.js';
import type { Survey } from '../surveys/survey.entity.js';
import { hasEnded, smallestGroup } from '../surveys/survey.rules.js';
import { texts } from '../common/texts.js';

interface Props {
  survey: Survey;
  counts: ResponseCounts;
  now: Date;
  locale: ConsoleLocale;
}

/** What people have answered and may be shown of it, to be taken away as a file. */
export function ResponsesCard({ survey, counts, now, locale }: Props) {
  const t = texts('overview', locale).responses;
  const { shown } = counts;
  const waiting = counts.waiting.personal + counts.waiting.open;
  const isProtected = survey.privacy !== 'identified';
  const isTooFew = isProtected && shown < smallestGroup;
  return (
    <Card
      title={t.title}
      aside={<span class="muted number">{t.count({ shown: count(shown, locale) })}</span>}
    >
      {isTooFew && <p>{hasEnded(survey, now) ? t.staysHidden : t.tooFew}</p>}
      {!isTooFew && shown === 0 && <p class="muted">{t.none}</p>}
      {!isTooFew && shown > 0 && <Downloads survey={survey} locale={locale} />}
      {isProtected && waiting > 0 && <p class="hint">{t.waiting({ n: waiting })}</p>}
    </Card>
  );
}

function Downloads({ survey, locale }: Pick<Props, 'survey' | 'locale'>) {
  const t = texts('overview', locale).responses;
  const base = `/console/surveys/${survey.id}`;
  return (
    <div class="actions">
      <LinkButton href={`${base}/responses.csv`} look="secondary">
        {t.csv}
      </LinkButton>
      <LinkButton href={`${base}/responses.ndjson`} look="quiet">
        {t.ndjson}
      </LinkButton>
      {areTextsApart(survey) && (
        <LinkButton href={`${base}/texts.csv`} look="quiet">
          {t.texts}
        </LinkButton>
      )}
      <p class="hint">{t.hints[survey.privacy]}</p>
      {areTextsApart(survey) && <p class="hint">{t.textsApart}</p>}
    </div>
  );
}
