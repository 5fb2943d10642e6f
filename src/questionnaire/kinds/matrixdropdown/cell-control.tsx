import type { ComponentChildren } from 'preact';
import { textIn } from '../../../common/locale.js';
import type { Choice } from '../../plan/plan-choices.js';
import type { CellColumn, CellMatrixQuestion } from './matrixdropdown.plan.js';
import { inOrderOf } from '../../plan/random-order.js';
import { numberOut } from '../../answers/read/typed-values.js';
import { postedIn, type Sheet } from '../../view/field.js';
import { TextControl } from '../../view/text-fields.js';
import { plainWords, Words } from '../../view/words.js';

type ListColumn = Extract<CellColumn, { choices: unknown }>;

interface Props {
  sheet: Sheet;
  question: CellMatrixQuestion;
  column: CellColumn;
  id: string;
  name: string;
  isDisabled: boolean;
  isWrong: boolean;
  labelledBy: string;
  describedBy: string | undefined;
}

/** The control of one cell: named by its row and its column. */
export function CellControl(props: Props) {
  const { sheet, question, column, id, name, isDisabled, isWrong, labelledBy, describedBy } = props;
  const control = {
    id,
    name,
    disabled: isDisabled,
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
  };
  const inCell = ({ choices, order, name: columnName }: ListColumn): Choice[] => {
    const { state, locale } = sheet;
    const list = `${question.name}.${columnName}`;
    const textOf = ({ text }: Choice) => textIn(text, locale);
    return inOrderOf(choices, order, state.respondent.seed, list, textOf, locale);
  };
  switch (column.kind) {
    case 'dropdown':
      return (
        <select class="line" {...control}>
          <option value="">{sheet.texts.pleaseChoose}</option>
          {inCell(column).map((choice) => (
            <option value={choice.value} selected={postedIn(sheet.form, name)[0] === String(choice.value)}>
              {plainWords({ text: choice.text, sheet })}
            </option>
          ))}
        </select>
      );
    case 'radiogroup':
    case 'checkbox':
      return (
        <Boxes
          {...props}
          type={column.kind === 'checkbox' ? 'checkbox' : 'radio'}
          choices={inCell(column).map((choice) => ({
            value: String(choice.value),
            words: <Words text={choice.text} sheet={sheet} />,
          }))}
        />
      );
    case 'boolean':
      return (
        <Boxes
          {...props}
          type="radio"
          choices={[
            {
              value: 'true',
              words: column.labelTrue ? <Words text={column.labelTrue} sheet={sheet} /> : sheet.texts.yes,
            },
            {
              value: 'false',
              words: column.labelFalse ? <Words text={column.labelFalse} sheet={sheet} /> : sheet.texts.no,
            },
          ]}
        />
      );
    case 'rating':
      return (
        <Boxes
          {...props}
          type="radio"
          choices={column.values.map(({ value, text }) => ({
            value: String(value),
            words: text ? <Words text={text} sheet={sheet} /> : numberOut(value, sheet.locale),
          }))}
        />
      );
    case 'comment':
      return (
        <textarea
          class="line"
          rows={2}
          dir="auto"
          {...control}
          data-most={column.maxLength}
          value={postedIn(sheet.form, name)[0]}
        />
      );
    case 'text':
      return (
        <TextControl
          rules={column}
          sheet={sheet}
          id={id}
          name={name}
          isDisabled={isDisabled}
          isWrong={isWrong}
          labelledBy={labelledBy}
          describedBy={describedBy}
        />
      );
  }
}

interface BoxesProps extends Props {
  type: 'radio' | 'checkbox';
  choices: { value: string; words: ComponentChildren }[];
}

function Boxes({ sheet, id, name, isDisabled, isWrong, labelledBy, describedBy, type, choices }: BoxesProps) {
  const isRadio = type === 'radio';
  return (
    <div
      class="boxes"
      role={isRadio ? 'radiogroup' : 'group'}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={isRadio && isWrong ? 'true' : undefined}
    >
      {choices.map(({ value, words }, index) => (
        <label>
          <input
            type={type}
            id={`${id}-${index}`}
            name={name}
            value={value}
            checked={postedIn(sheet.form, name).includes(value)}
            disabled={isDisabled}
          />
          <span class="text">{words}</span>
        </label>
      ))}
    </div>
  );
}
