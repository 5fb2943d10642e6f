import { type CodedText, packed, textOf } from '../../common/coded-text.js';
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../common/errors.js';
import { inShort } from '../../common/local-time.js';
import { type ConsoleLocale, textIn } from '../../common/locale.js';
import { Action, LinkButton } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { languageNames } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Notice } from '../../console/notices.js';
import { missingTexts } from '../../questionnaire/compile/missing-texts.js';
import {
  isQuestion,
  type PlanElement,
  type QuestionnairePlan,
  questionsOf,
} from '../../questionnaire/plan/questionnaire-plan.js';
import { kindOfElement } from './question-kinds.js';
import { texts } from '../../common/texts.js';
import { QuestionnaireProblems } from './questionnaire-problems.js';
import { phaseOf, type SurveyFacts, SurveyFrame } from './survey-frame.js';

interface Props {
  context: ConsoleContext;
  survey: SurveyFacts & {
    publishedAt: Date | null;
    questionnaire: object;
    version: { number: number; source: object } | null;
  };
  now: Date;
  /** The compiled questionnaire; null where it cannot be compiled. */
  plan: QuestionnairePlan | null;
  problems: readonly Problem[];
  /** What staff should know before they publish. */
  warnings: readonly CodedText[];
}

/** What people will be asked, and the step that opens the survey to them. */
export function QuestionnairePage({ context, survey, now, plan, problems, warnings }: Props) {
  const { locale } = context;
  const t = texts('questionnaire', locale);
  const base = `/console/surveys/${survey.id}`;
  return (
    <SurveyFrame context={context} survey={survey} now={now} tab="questionnaire">
      <div class="main-and-side">
        <div class="stack">
          {plan ? (
            <Outline plan={plan} locale={locale} />
          ) : (
            <Card title={t.problemsTitle} aside={<LinkButton href={`${base}/editor`}>{t.edit}</LinkButton>}>
              <QuestionnaireProblems problems={problems} locale={locale} />
            </Card>
          )}
          <details>
            <summary>{t.source}</summary>
            <pre class="code-block">{JSON.stringify(survey.questionnaire, null, 2)}</pre>
          </details>
        </div>
        <aside class="stack">
          {plan && <NextVersion survey={survey} locale={locale} />}
          <LinkButton href={`${base}/editor`} look={plan ? 'secondary' : 'primary'} icon="pencil">
            {t.edit}
          </LinkButton>
          {plan && <State survey={survey} now={now} warnings={warnings} locale={locale} />}
          {plan && (
            <LinkButton href={`${base}/preview`} look="secondary">
              {t.preview}
            </LinkButton>
          )}
          <LinkButton href={`${base}/duplicate`} look="quiet">
            {t.duplicate}
          </LinkButton>
        </aside>
      </div>
    </SurveyFrame>
  );
}

/** Offered where what is edited differs from what was published. */
function NextVersion({ survey, locale }: { survey: Props['survey']; locale: ConsoleLocale }) {
  const t = texts('questionnaire', locale);
  const { id, state, version, questionnaire } = survey;
  if (state !== 'published' || !version || isDeepStrictEqual(version.source, questionnaire)) return null;
  return (
    <Card title={t.changedTitle} tone="accent">
      <p>{t.changedText({ number: version.number })}</p>
      <MissingTexts survey={survey} locale={locale} />
      <Action action={`/console/surveys/${id}/publish`}>
        {t.publishNext({ number: version.number + 1 })}
      </Action>
    </Card>
  );
}

/** A hint for each language that lacks texts; it holds nobody up. */
function MissingTexts({ survey, locale }: { survey: Props['survey']; locale: ConsoleLocale }) {
  const t = texts('questionnaire', locale);
  const { id, languages, questionnaire } = survey;
  const missing = missingTexts(questionnaire, languages);
  return languages.map((language) => {
    const count = missing.filter((text) => text.language === language).length;
    if (count === 0) return null;
    return (
      <p class="hint" key={language}>
        {t.missing({ language: languageNames([language], locale), n: count })}.{' '}
        <a href={`/console/surveys/${id}/editor#missing-texts-${language}`}>{t.showMissing}</a>
      </p>
    );
  });
}

function State({
  survey,
  now,
  warnings,
  locale,
}: Pick<Props, 'survey' | 'now' | 'warnings'> & { locale: ConsoleLocale }) {
  const t = texts('questionnaire', locale);
  const base = `/console/surveys/${survey.id}`;
  switch (phaseOf(survey, now)) {
    case 'draft':
      return (
        <Card title={t.draftTitle} tone="accent">
          <p>{t.draftText}</p>
          <MissingTexts survey={survey} locale={locale} />
          {warnings.map((warning) => (
            <Notice tone="warning" key={packed(warning)}>
              <p>{textOf(warning, locale)}</p>
            </Notice>
          ))}
          {survey.privacy === 'anonymous' && (
            <p>
              <a href={`${base}/groups`}>{t.groups}</a>
            </p>
          )}
          <Action action={`${base}/publish`}>{t.publish}</Action>
        </Card>
      );
    case 'closed':
      return (
        <Card title={t.closedTitle}>
          <p>{t.closedText}</p>
          <Action action={`${base}/reopen`} look="secondary">
            {t.reopen}
          </Action>
        </Card>
      );
    case 'open':
    case 'ended':
      return (
        <Card title={t.publishedTitle}>
          {survey.publishedAt && (
            <p>{t.publishedOn({ when: inShort(survey.publishedAt, survey.timeZone, locale) })}</p>
          )}
          <Action action={`${base}/close`} look="danger" confirm={t.closeConfirm}>
            {t.close}
          </Action>
        </Card>
      );
  }
}

function Outline({ plan, locale }: { plan: QuestionnairePlan; locale: ConsoleLocale }) {
  const t = texts('questionnaire', locale);
  const questions = questionsOf(plan);
  const numbers = new Map<PlanElement, number>(questions.map((question, index) => [question, index + 1]));
  const size = [
    t.questions({ n: questions.length }),
    t.pages({ n: plan.pages.length }),
    t.minutes({ n: plan.estimatedMinutes }),
  ].join(' · ');
  return (
    <>
      <p class="muted">{size}</p>
      {plan.pages.map((page, index) => (
        <Card
          key={index}
          title={page.title ? textIn(page.title, locale) : t.page({ n: index + 1 })}
          aside={page.title && <span class="muted">{t.page({ n: index + 1 })}</span>}
        >
          <Elements elements={page.elements} numbers={numbers} locale={locale} />
        </Card>
      ))}
    </>
  );
}

/** What a page or panel contains; questions are numbered through all of them. */
function Elements({
  elements,
  numbers,
  locale,
}: {
  elements: readonly PlanElement[];
  numbers: ReadonlyMap<PlanElement, number>;
  locale: ConsoleLocale;
}) {
  return (
    <ol class="outline">
      {elements.map((element, position) => (
        <li
          key={position}
          class={isQuestion(element) ? undefined : 'outline-note'}
          value={numbers.get(element)}
        >
          <Line element={element} locale={locale} />
          {element.kind === 'panel' && (
            <Elements elements={element.elements} numbers={numbers} locale={locale} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Line({ element, locale }: { element: PlanElement; locale: ConsoleLocale }) {
  const t = texts('questionnaire', locale);
  const title = element.kind === 'note' ? element.text : element.title;
  const [named] = texts('question-kinds', locale).kinds[kindOfElement(element)];
  const kind = [named, isQuestion(element) && element.required ? t.required : null];
  return (
    <>
      <span>{title ? textIn(title, locale) : ''}</span>
      <span class="cell-sub">{kind.filter(Boolean).join(' · ')}</span>
    </>
  );
}
