import type { ConsoleLocale } from '../common/locale.js';
import { LinkButton } from '../console/actions.js';
import { count } from '../console/formats.js';
import { Card } from '../console/headings.js';
import type { Survey } from '../surveys/survey.entity.js';
import { smallestGroup } from '../surveys/survey.rules.js';
import { overviewTexts } from './overview.texts.js';

interface Props {
  survey: Pick<Survey, 'id' | 'privacy'>;
  responses: number;
  locale: ConsoleLocale;
}

/** What people have answered, to be taken away as a file. */
export function ResponsesCard({ survey, responses, locale }: Props) {
  const t = overviewTexts(locale).responses;
  const href = (format: 'csv' | 'ndjson') => `/console/surveys/${survey.id}/responses.${format}`;
  const isTooFew = survey.privacy !== 'identified' && responses < smallestGroup;
  return (
    <Card
      title={t.title}
      aside={<span class="muted number">{t.count(responses, count(responses, locale))}</span>}
    >
      {isTooFew && <p>{t.tooFew(smallestGroup)}</p>}
      {!isTooFew && responses === 0 && <p class="muted">{t.none}</p>}
      {!isTooFew && responses > 0 && (
        <div class="actions">
          <LinkButton href={href('csv')} look="secondary">
            {t.csv}
          </LinkButton>
          <LinkButton href={href('ndjson')} look="quiet">
            {t.ndjson}
          </LinkButton>
          <p class="hint">{t.hints[survey.privacy]}</p>
        </div>
      )}
    </Card>
  );
}
