import { isLive } from '../plan/live-expressions.js';
import {
  isQuestion,
  type PlanElement,
  type PlanNote,
  type PlanPage,
  type PlanPanel,
} from '../plan/questionnaire-plan.js';
import { inOrderOf } from '../plan/random-order.js';
import { fieldFor, frameId, isOff, type Sheet } from './field.js';
import { hidesItself } from './hides-itself.js';
import { Question } from './question.js';
import { Words, WordsInParagraphs } from './words.js';

interface Props {
  /** A page or panel. */
  of: PlanPage | PlanPanel;
  sheet: Sheet;
  /** Level of the headings of what lies in it (WCAG 1.3.1). */
  level: number;
}

/** All that lies on a page or in a panel, in this person's order. */
export function Elements({ of, sheet, level }: Props) {
  const { seed } = sheet.state.respondent;
  const elements = inOrderOf(of.elements, of.order, seed, of.name || of.id);
  return (
    <>
      {elements
        .filter((element) => mayBeShown(element, sheet))
        .map((element) => (
          <Element element={element} sheet={sheet} level={level} />
        ))}
    </>
  );
}

/** What is hidden and stays so while the page is open is not even sent. */
function mayBeShown(element: PlanElement, sheet: Sheet): boolean {
  if (!hidesItself(element, sheet.state) || isLive(element.visibleIf, sheet.live)) return true;
  // A panel goes with the last of what lies in it, and comes back with the first.
  const isEmptied = element.kind === 'panel' && element.visibleIf === null;
  return isEmptied && element.elements.some((inner) => mayBeShown(inner, sheet));
}

function Element({ element, sheet, level }: { element: PlanElement; sheet: Sheet; level: number }) {
  if (isQuestion(element)) return <Question field={fieldFor(element, sheet)} />;
  return element.kind === 'panel' ? (
    <Panel panel={element} sheet={sheet} level={level} />
  ) : (
    <Note note={element} sheet={sheet} />
  );
}

function Note({ note, sheet }: { note: PlanNote; sheet: Sheet }) {
  return (
    <div class="note" id={frameId(note)} hidden={hidesItself(note, sheet.state)}>
      {note.text && <WordsInParagraphs text={note.text} sheet={sheet} />}
    </div>
  );
}

function Panel({ panel, sheet, level }: { panel: PlanPanel; sheet: Sheet; level: number }) {
  const id = frameId(panel);
  const Heading = `h${Math.min(level, 6)}` as 'h2';
  return (
    <div
      class="panel"
      id={id}
      role={panel.title ? 'group' : undefined}
      aria-labelledby={panel.title ? `${id}-title` : undefined}
      hidden={hidesItself(panel, sheet.state)}
      data-off={isOff(panel, sheet)}
    >
      {panel.title && (
        <Heading id={`${id}-title`}>
          <Words text={panel.title} sheet={sheet} />
        </Heading>
      )}
      {panel.enableIf && (
        <p class="hint locked" data-locked hidden={!sheet.state.disabled.has(panel.id)}>
          {sheet.texts.notAnswerableNow}
        </p>
      )}
      {panel.text && <WordsInParagraphs text={panel.text} sheet={sheet} />}
      <Elements of={panel} sheet={sheet} level={panel.title ? level + 1 : level} />
    </div>
  );
}
