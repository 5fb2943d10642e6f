import { locales } from '../../common/locale.js';
import { inShort, instantOf, writtenOut } from '../../common/local-time.js';
import { Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Card } from '../../console/headings.js';
import { Notice } from '../../console/notices.js';
import { Table } from '../../console/tables.js';
import { texts } from '../../common/texts.js';
import { type SurveyFacts, SurveyFrame } from './survey-frame.js';
import { type SurveyFormValues, titleField } from './survey-form.js';
import type { DateMove } from '../surveys.service.js';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts;
  now: Date;
  values: SurveyFormValues;
  moves: readonly DateMove[];
}

/** What another closing date would move and what can no longer happen, before it is saved. */
export function ClosingMovePage({ context, survey, now, values, moves }: Props) {
  const { locale } = context;
  const t = texts('sending-hours', locale).move;
  const closesAt = instantOf(values.closesAt, values.timeZone);
  const isRefused = moves.some(({ problem }) => problem !== null);
  const time = (at: Date) => inShort(at, values.timeZone, locale);
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="settings">
      <form
        method="post"
        action={`/console/surveys/${survey.id}/settings`}
        encType="multipart/form-data"
        class="stack"
      >
        {hidden(values).map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <h2>{t.title}</h2>
        <p>
          {t.lead({
            from: writtenOut(survey.closesAt, survey.timeZone, locale),
            to: writtenOut(closesAt, values.timeZone, locale),
          })}
        </p>
        {moves.length > 0 && (
          <Card>
            <Table
              caption={t.caption}
              rows={moves}
              keyOf={(move) => move.id}
              columns={[
                {
                  label: t.stage,
                  heading: true,
                  cell: (move) => (
                    <a href={`/console/waves/${move.id}`} target="_blank">
                      {texts('surveys', locale).kinds[move.kind]}
                    </a>
                  ),
                },
                { label: t.before, cell: (move) => time(move.from) },
                {
                  label: t.after,
                  cell: (move) => {
                    if (move.problem)
                      return <strong>{`${time(move.to)}: ${t.problems[move.problem]}`}</strong>;
                    return move.to.getTime() === move.from.getTime() ? t.stays : time(move.to);
                  },
                },
              ]}
            />
          </Card>
        )}
        {isRefused && <Notice tone="warning">{t.refused}</Notice>}
        {survey.closesAt <= now && closesAt > now && <Notice tone="info">{t.reopens}</Notice>}
        {!isRefused && closesAt <= now && survey.closesAt > now && <Notice tone="warning">{t.ends}</Notice>}
        <p class="hint">{t.letters}</p>
        <div class="actions">
          {!isRefused && (
            <Submit name="moved" value="seen">
              {t.confirm}
            </Submit>
          )}
          <Submit name="moved" value="back" look="secondary">
            {t.back}
          </Submit>
        </div>
      </form>
    </SurveyFrame>
  );
}

function hidden(values: SurveyFormValues): [string, string][] {
  // The questionnaire is fixed by now, and long.
  const { titles, ...others } = { ...values, questionnaire: '' };
  return [
    ...locales.map((locale): [string, string] => [titleField(locale), titles[locale]]),
    ...Object.entries(others).flatMap(([name, value]: [string, string | string[]]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  ];
}
