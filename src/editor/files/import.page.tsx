import type { Problem } from '../../common/errors.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import { TextArea, TextField } from '../../console/fields.js';
import { Card } from '../../console/headings.js';
import { ErrorSummary, Notice } from '../../console/notices.js';
import type { LssNote } from '../../limesurvey/lss-notes.js';
import { ImportNotes } from '../../surveys/pages/import-notes.js';
import { EditorFrame, type EditorFacts } from '../frame/editor-frame.js';
import { texts } from '../../common/texts.js';
import { ProblemList } from '../frame/problem-list.js';
import { type Draft, isQuestionType, placedIn, typeAt } from '../draft/questionnaire-tree.js';

/** What a file holds, before it is applied. */
export interface Found {
  draft: Draft;
  notes: readonly LssNote[];
  problems: readonly Problem[];
}

interface Props {
  facts: EditorFacts;
  text: string;
  error: string | null;
  found: Found | null;
}

/** Takes a questionnaire from a file; shows what it holds and what is lost before anything is replaced. */
export function ImportPage({ facts, text, error, found }: Props) {
  const { context, state } = facts;
  const { locale } = context;
  const t = texts('editor', locale).import;
  const base = `/console/surveys/${state.survey.id}/editor/import`;
  return (
    <EditorFrame {...facts} view="import">
      <div class="narrow stack" id="editor-form">
        <p class="lead">{t.lead}</p>
        {found ? (
          <>
            <FoundReport found={found} locale={locale} />
            <form method="post" action={`${base}/apply`} class="actions">
              <input type="hidden" name="number" value={state.number} />
              <input type="hidden" name="json" value={JSON.stringify(found.draft)} />
              <input type="hidden" name="notes" value={JSON.stringify(found.notes)} />
              <Submit>{t.apply}</Submit>
              <a class="button button-secondary" href={base}>
                {texts('editor', locale).cancel}
              </a>
            </form>
          </>
        ) : (
          <FileForm action={base} text={text} error={error} locale={locale} />
        )}
      </div>
    </EditorFrame>
  );
}

export function FileForm({
  action,
  text,
  error,
  locale,
}: {
  action: string;
  text: string;
  error: string | null;
  locale: ConsoleLocale;
}) {
  const t = texts('editor', locale).import;
  return (
    <form method="post" action={action} encType="multipart/form-data" class="card form" noValidate>
      {error && <ErrorSummary errors={{ file: error }} labels={{}} locale={locale} />}
      <TextField
        name="file"
        label={t.file}
        hint={t.fileHint}
        type="file"
        accept=".json,.lss,application/json,text/xml"
        error={error ?? undefined}
      />
      <TextArea name="text" label={t.text} value={text} rows={8} class="code" spellcheck={false} />
      <div class="actions">
        <Submit>{t.read}</Submit>
      </div>
    </form>
  );
}

/** How much a file holds, what is lost, and what is to be settled afterwards. */
export function FoundReport({ found, locale }: { found: Found; locale: ConsoleLocale }) {
  const t = texts('editor', locale).import;
  const questions = placedIn(found.draft).filter(({ node, address }) =>
    isQuestionType(typeAt(node, address)),
  );
  return (
    <>
      <Card title={t.found({ pages: found.draft.pages.length, questions: questions.length })}>
        {found.notes.length === 0 && found.problems.length === 0 && (
          <Notice tone="success">{t.complete}</Notice>
        )}
        <ImportNotes notes={found.notes} locale={locale} />
        {found.problems.length > 0 && (
          <>
            <h3>{t.problems}</h3>
            <ProblemList problems={found.problems} draft={found.draft} base={null} locale={locale} />
          </>
        )}
      </Card>
    </>
  );
}
