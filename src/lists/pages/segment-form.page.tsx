import type { ConsoleLocale } from '../../common/locale.js';
import { Action, LinkButton, Submit } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Choices, SelectField, TextField } from '../../console/fields.js';
import { count } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { ErrorSummary, type FieldErrors, Notice } from '../../console/notices.js';
import { ListFrame } from './list-frame.js';
import { comparisons, matches, MAX_CONDITIONS } from '../segments/segment.schema.js';
import type { ConditionRow, SegmentForm } from './segment-form.js';
import type { SegmentCount } from '../segments/segments.service.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  list: { id: string; name: string; subscribers: number };
  /** Of the segment that is edited; null for a new one. */
  id: string | null;
  form: SegmentForm;
  /** The attributes that occur on the list. */
  attributes: readonly string[];
  errors: FieldErrors;
  /** Who would be in it, after it was counted. */
  counted: SegmentCount | null;
}

/** Conditions, row by row. Every button sends the form; the page comes back with what it did. */
export function SegmentFormPage({ context, list, id, form, attributes, errors, counted }: Props) {
  const { locale } = context;
  const t = texts('segments', locale);
  const base = `/console/lists/${list.id}/segments`;
  return (
    <ListFrame context={context} list={list} tab="segments">
      <form method="post" action={`${base}/${id ?? 'new'}`} class="narrow stack" noValidate>
        {/* Enter in a field counts, and never removes the first row. */}
        <button class="visually-hidden" name="go" value="count" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="rows" value={String(form.rows.length)} />
        <h2>{id === null ? t.new : t.edit}</h2>
        <ErrorSummary errors={errors} labels={labelsOf(form, locale)} locale={locale} />
        {counted && <Counted counted={counted} locale={locale} />}
        <Card>
          <TextField
            name="name"
            label={t.name}
            value={form.name}
            error={errors['name']}
            required
            maxLength={100}
          />
          <Choices
            name="match"
            label={t.match}
            type="radio"
            options={matches.map((value) => ({ value, label: t.matches[value] }))}
            chosen={[form.match]}
          />
        </Card>
        <Card>
          <p class="hint">{t.valueHint}</p>
          {form.rows.map((row, index) => (
            <Row
              key={index}
              row={row}
              index={index}
              isOnly={form.rows.length === 1}
              attributes={attributes}
              errors={errors}
              locale={locale}
            />
          ))}
          {form.rows.length < MAX_CONDITIONS && (
            <Submit look="secondary" icon="plus" name="go" value="add">
              {t.addRow}
            </Submit>
          )}
        </Card>
        <div class="actions">
          <Submit name="go" value="save">
            {t.save}
          </Submit>
          <Submit look="secondary" name="go" value="count">
            {t.count}
          </Submit>
          <LinkButton href={base} look="quiet">
            {t.back}
          </LinkButton>
        </div>
      </form>
      {id !== null && (
        <div class="narrow below">
          <Action
            action={`${base}/${id}/delete`}
            look="danger"
            confirm={t.removeConfirm({ name: form.name })}
          >
            {t.remove}
          </Action>
        </div>
      )}
    </ListFrame>
  );
}

function Counted({ counted, locale }: { counted: SegmentCount; locale: ConsoleLocale }) {
  const t = texts('segments', locale);
  return counted.matching === 0 ? (
    <Notice tone="warning">{t.countedNobody({ total: count(counted.total, locale) })}</Notice>
  ) : (
    <Notice tone="info">{t.counted(counted)}</Notice>
  );
}

interface RowProps {
  row: ConditionRow;
  index: number;
  isOnly: boolean;
  attributes: readonly string[];
  errors: FieldErrors;
  locale: ConsoleLocale;
}

function Row({ row, index, isOnly, attributes, errors, locale }: RowProps) {
  const t = texts('segments', locale);
  const field = (name: string) => ({ name: `${name}-${index}`, error: errors[`${name}-${index}`] });
  // What was said stays to be seen, although nobody has it any more.
  const known =
    row.attribute === '' || attributes.includes(row.attribute) ? attributes : [row.attribute, ...attributes];
  return (
    <fieldset class="form-section">
      <legend class="visually-hidden">{t.condition({ n: index + 1 })}</legend>
      <div class="condition">
        <SelectField
          {...field('attribute')}
          label={t.attribute}
          options={[
            { value: '', label: t.chooseAttribute },
            ...known.map((name) => ({ value: name, label: name })),
          ]}
          value={row.attribute}
        />
        <SelectField
          {...field('is')}
          label={t.is}
          options={comparisons.map((value) => ({ value, label: t.comparisons[value] }))}
          value={row.is}
        />
        <TextField {...field('value')} label={t.value} value={row.value} />
        {!isOnly && (
          <Submit look="quiet" icon="cross" name="go" value={`remove-${index}`}>
            {t.removeRow}
            <span class="visually-hidden">: {t.condition({ n: index + 1 })}</span>
          </Submit>
        )}
      </div>
    </fieldset>
  );
}

function labelsOf({ rows }: SegmentForm, locale: ConsoleLocale): Record<string, string> {
  const t = texts('segments', locale);
  const labels = rows.flatMap((_, index) =>
    (['attribute', 'is', 'value'] as const).map((name): [string, string] => [
      `${name}-${index}`,
      `${t.condition({ n: index + 1 })}, ${t[name]}`,
    ]),
  );
  return { name: t.name, ...Object.fromEntries(labels) };
}
