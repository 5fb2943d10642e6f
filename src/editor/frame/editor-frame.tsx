import type { ComponentChildren } from 'preact';
import type { Problem } from '../../common/errors.js';
import { assetUrl } from '../../common/assets.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { Action } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { timeOfDay } from '../../console/formats.js';
import { Tabs } from '../../console/headings.js';
import { SurveyFrame } from '../../surveys/pages/survey-frame.js';
import { partedByKind } from '../../limesurvey/lss-notes.js';
import { ImportNotes } from '../../surveys/pages/import-notes.js';
import { DraftHints } from './draft-hints.js';
import { EditorIcon } from './editor-icons.js';
import { texts } from '../../common/texts.js';
import { ProblemList } from './problem-list.js';
import { differences } from '../draft/questionnaire-difference.js';
import type { EditorState } from '../draft/questionnaire-edits.service.js';
import { draftOf } from '../draft/questionnaire-tree.js';

export type EditorView = 'edit' | 'flow' | 'json' | 'import';

export interface EditorFacts {
  context: ConsoleContext;
  state: EditorState;
  now: Date;
  /** What publication would refuse. */
  problems: readonly Problem[];
  /** Address of the page or question that is open, for coming back to it. */
  at?: string | undefined;
}

type Props = EditorFacts & { view: EditorView; children: ComponentChildren };

/** The frame of the editor's pages: its views, undo and redo, what is saved and what is left to do. */
export function EditorFrame({ context, state, now, problems, at = '0', view, children }: Props) {
  const t = texts('editor', context.locale);
  const base = `/console/surveys/${state.survey.id}/editor`;
  const tabs: [EditorView, string][] = [
    ['edit', base],
    ['flow', `${base}/flow`],
    ['json', `${base}/json`],
    ['import', `${base}/import`],
  ];
  return (
    <SurveyFrame context={context} survey={state.survey} now={now} tab="questionnaire">
      <div
        class="editor"
        data-editor={base}
        data-saving={t.saving}
        data-unsaved={t.notSaved}
        data-refused={t.refused}
        data-failed={t.failed}
        data-lost={t.lost}
        data-position={t.position({ n: '{n}', of: '{of}', page: '{page}' })}
        data-moved={t.moved({ what: '{what}', to: '{to}' })}
      >
        <div class="editor-top" id="editor-top">
          <Tabs
            label={t.tabs.label}
            tabs={tabs.map(([key, href]) => ({ label: t.tabs[key], href, current: key === view }))}
          />
          <History context={context} state={state} at={at} view={view} />
        </div>
        <NotTakenOver state={state} at={at} locale={context.locale} />
        <Pending context={context} state={state} problems={problems} />
        {children}
        <p class="visually-hidden" role="status" aria-live="polite" id="editor-says" />
      </div>
      <script src={assetUrl('editor.js')} defer />
    </SurveyFrame>
  );
}

function History({ context, state, at, view }: Pick<Props, 'context' | 'state' | 'view'> & { at: string }) {
  const t = texts('editor', context.locale);
  const { survey, number, last, canUndo, canRedo } = state;
  return (
    <form method="post" action={`/console/surveys/${survey.id}/editor/steps`} class="editor-history">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="view" value={view} />
      <span class="editor-saved muted" id="editor-saved">
        {last && number > 0
          ? t.saved({ time: timeOfDay(last.madeAt, survey.timeZone, context.locale) })
          : t.untouched}
      </span>
      <button class="icon-button" name="do" value="undo" disabled={!canUndo} title={t.undo}>
        <EditorIcon name="undo" />
        <span class="visually-hidden">{t.undo}</span>
      </button>
      <button class="icon-button" name="do" value="redo" disabled={!canRedo} title={t.redo}>
        <EditorIcon name="redo" />
        <span class="visually-hidden">{t.redo}</span>
      </button>
    </form>
  );
}

/** What is not published yet, what publication would refuse, and what may not be meant so. */
function Pending({ context, state, problems }: Pick<Props, 'context' | 'state' | 'problems'>) {
  const { locale } = context;
  const t = texts('editor', locale);
  const { survey, draft, languages } = state;
  const base = `/console/surveys/${survey.id}`;
  const isDraft = survey.state === 'draft' || survey.version === null;
  const changed =
    survey.version && !isDraft ? differences(draftOf(survey.version.source), draft, locale) : [];
  const isEmpty = draft.pages.every(
    (page) => !Array.isArray(page['elements']) || page['elements'].length === 0,
  );
  return (
    <div class="editor-pending" id="editor-pending">
      {changed.length > 0 && (
        <div class="pending-bar">
          <div>
            <p class="strong">{t.pending.changed}</p>
            <p class="hint">{t.pending.changedHint}</p>
            <details id="pending-changes">
              <summary>{t.pending.what({ n: changed.length })}</summary>
              <ul class="plain-list">
                {changed.map((difference, index) => (
                  <li key={index}>
                    <span class="muted">{t.pending.kinds[difference.kind]}</span>
                    {difference.label && ': '}
                    {difference.address ? (
                      <a href={`${base}/editor?at=${difference.address}`}>{difference.label}</a>
                    ) : (
                      difference.label
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </div>
          {problems.length === 0 && (
            <Action action={`${base}/publish`} confirm={t.pending.confirm}>
              {t.pending.publish}
            </Action>
          )}
        </div>
      )}
      {problems.length > 0 && !isEmpty && (
        <details class="problem-box" id="editor-problems">
          <summary>{t.problems.title({ n: problems.length })}</summary>
          <ProblemList problems={problems} draft={draft} base={`${base}/editor`} locale={locale} />
        </details>
      )}
      {problems.length === 0 && isDraft && (
        <div class="ready-bar">
          <p>
            <span class="strong">{t.problems.none}.</span> {t.pending.draft}
          </p>
          <a href={`${base}/questionnaire`}>{t.toPublication}</a>
        </div>
      )}
      <DraftHints draft={draft} languages={languages} base={`${base}/editor`} locale={locale} />
    </div>
  );
}

/** What a file could not bring, until staff have dealt with it. */
function NotTakenOver({ state, at, locale }: { state: EditorState; at: string; locale: ConsoleLocale }) {
  const t = texts('editor', locale).import;
  const { report, survey } = state;
  const { leftOut, changed } = partedByKind(report?.notes ?? []);
  const lost = [
    ...(leftOut.length > 0 ? [t.lost.leftOut({ n: leftOut.length })] : []),
    ...(changed.length > 0 ? [t.lost.changed({ n: changed.length })] : []),
  ];
  return (
    <div class="editor-pending" id="editor-report">
      {report && (
        <details class="problem-box" id="not-taken-over">
          <summary>{lost.join(' · ')}</summary>
          <ImportNotes notes={report.notes} locale={locale} />
          <Action
            action={`/console/surveys/${survey.id}/editor/import/seen`}
            hidden={{ upTo: String(report.number), at }}
            look="secondary"
          >
            {t.seen}
          </Action>
        </details>
      )}
    </div>
  );
}

/** The number of the step a form was made from, and what it is about. */
export function StepFields({ number, at, was }: { number: number; at: string; was: string }) {
  return (
    <>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="was" value={was} />
    </>
  );
}

/** One step as a button of its own. */
export function StepButton({
  action,
  number,
  at,
  was,
  step,
  icon,
  children,
}: {
  action: string;
  number: number;
  at: string;
  was: string;
  step: string;
  icon: 'copy' | 'bin';
  children: ComponentChildren;
}) {
  return (
    <form method="post" action={action} class="action">
      <StepFields number={number} at={at} was={was} />
      <button class="button button-quiet" name="do" value={step}>
        <EditorIcon name={icon} />
        {children}
      </button>
    </form>
  );
}
