import type { ConsoleLocale } from '../../common/locale.js';
import { type LssNote, partedByKind } from '../../limesurvey/lss-notes.js';
import { lssNoteInWords } from '../../limesurvey/lss-note-in-words.js';
import { texts } from '../../common/texts.js';

/** What did not come over from a file as it was: first what is missing now, then what is another thing now. */
export function ImportNotes({ notes, locale }: { notes: readonly LssNote[]; locale: ConsoleLocale }) {
  const t = texts('survey-form', locale).imported;
  const { leftOut, changed } = partedByKind(notes);
  return (
    <>
      <Notes title={t.leftOut} notes={leftOut} locale={locale} />
      <Notes title={t.changed} notes={changed} locale={locale} />
    </>
  );
}

function Notes({
  title,
  notes,
  locale,
}: {
  title: string;
  notes: readonly LssNote[];
  locale: ConsoleLocale;
}) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {notes.map((note, index) => (
          <li key={index}>
            {note.where && `${note.where}: `}
            {lssNoteInWords(note, locale)}
          </li>
        ))}
      </ul>
    </>
  );
}
