import type { ConsoleLocale } from '../common/locale.js';
import { LinkButton } from '../console/actions.js';
import { languageNames } from '../console/formats.js';
import { Empty } from '../console/notices.js';
import { EditorFrame, type EditorFacts } from './frame/editor-frame.js';
import { askableIn } from './draft/askable-questions.js';
import { EditorTree } from './editor-tree.js';
import { texts } from '../common/texts.js';
import { ElementForm, type ElementFormState } from './element/element-form.page.js';
import { KindPicker } from './element/kind-picker.js';
import { placedIn } from './draft/questionnaire-tree.js';

/** What is in the middle: a form, the choice of a kind, or nothing. */
export type EditorMiddle =
  | { kind: 'form'; form: ElementFormState }
  | { kind: 'picker'; gap: string; last: string | null }
  | { kind: 'nothing' };

interface Props {
  facts: EditorFacts;
  middle: EditorMiddle;
  /** Index of the page to preview. */
  pageIndex: number;
}

/** The editor: pages and questions, the form of one of them, and what respondents will see. */
export function EditorPage({ facts, middle, pageIndex }: Props) {
  const { context, state, problems } = facts;
  const { locale } = context;
  const t = texts('editor', locale);
  const { survey, draft, number, languages } = state;
  const base = `/console/surveys/${survey.id}/editor`;
  const isEmpty = placedIn(draft).every(({ address }) => !address.includes('.'));
  const current = middle.kind === 'form' && !middle.form.isNew ? middle.form.at : null;
  return (
    <EditorFrame {...facts} view="edit">
      <div class="editor-columns">
        <EditorTree
          draft={draft}
          number={number}
          current={current}
          problems={problems}
          base={base}
          locale={locale}
        />
        <section class="editor-form" id="editor-form" aria-live="off">
          {isEmpty && middle.kind !== 'form' && (
            <Empty title={t.empty.title} text={t.empty.text}>
              <LinkButton href={`${base}/import`} look="secondary">
                {t.empty.import}
              </LinkButton>
            </Empty>
          )}
          {middle.kind === 'form' && (
            <div class="card">
              <ElementForm
                draft={draft}
                number={number}
                form={middle.form}
                languages={languages}
                base={base}
                locale={locale}
              />
            </div>
          )}
          {middle.kind === 'picker' && (
            <div class="card">
              <KindPicker gap={middle.gap} last={middle.last} base={base} locale={locale} />
            </div>
          )}
          {middle.kind === 'nothing' && !isEmpty && <p class="muted">{t.nothingChosen}</p>}
        </section>
        <Preview base={base} number={number} pageIndex={pageIndex} languages={languages} locale={locale} />
      </div>
      <script
        type="application/json"
        id="editor-questions"
        dangerouslySetInnerHTML={{ __html: questionsJson(facts) }}
      />
    </EditorFrame>
  );
}

function Preview({
  base,
  number,
  pageIndex,
  languages,
  locale,
}: {
  base: string;
  number: number;
  pageIndex: number;
  languages: readonly string[];
  locale: ConsoleLocale;
}) {
  const t = texts('editor', locale).preview;
  const url = (language: string) => `${base}/preview?page=${pageIndex}&lang=${language}&number=${number}`;
  const first = languages.find((language) => language === locale) ?? languages[0] ?? 'de';
  return (
    <section class="editor-preview" aria-label={t.title}>
      <div class="preview-head" id="preview-head">
        <h2>{t.title}</h2>
        {languages.length > 1 && (
          <p class="preview-languages">
            {languages.map((language) => (
              <a
                key={language}
                href={url(language)}
                target="preview"
                lang={language}
                data-language={language}
              >
                {languageNames([language], locale)}
              </a>
            ))}
          </p>
        )}
        <fieldset class="segments segments-small">
          <legend class="visually-hidden">{t.width}</legend>
          <div>
            <label>
              <input type="radio" name="preview-width" value="phone" checked />
              <span>{t.phone}</span>
            </label>
            <label>
              <input type="radio" name="preview-width" value="desktop" />
              <span>{t.desktop}</span>
            </label>
          </div>
        </fieldset>
      </div>
      <div class="preview-stage">
        <iframe
          name="preview"
          id="preview-frame"
          src={url(first)}
          title={t.title}
          data-page={pageIndex}
          data-number={number}
          data-language={first}
        />
      </div>
      <p class="preview-foot">
        <a href={url(first)} target="_blank">
          {t.large}
        </a>
      </p>
    </section>
  );
}

/** What conditions can ask, for the script that offers the values of the question chosen. */
function questionsJson({ state, context }: EditorFacts): string {
  const t = texts('editor', context.locale);
  const questions = askableIn(state.draft, context.locale);
  const words = {
    yes: t.condition.yes,
    no: t.condition.no,
    add: t.condition.add,
    operators: t.condition.operators,
  };
  return JSON.stringify({ questions, words }).replaceAll('<', '\\u003c');
}
