import fc from 'fast-check';

/**
 * Questionnaires with answers for the conformance test, as SurveyJS JSON: all types of questions, in
 * pages and nested panels, with conditions on earlier and later questions. What is generated is a
 * sketch of numbers, so that a failing case shrinks to the few elements that matter.
 */

type Json = Record<string, unknown>;

/** A questionnaire, and several sets of answers to it. */
export interface GeneratedQuestionnaire {
  json: Json;
  answerSets: Json[];
}

/** Sets of answers per questionnaire: making survey-core's model takes longer than using it. */
export const SETS = 3;

const kinds = [
  ...['text', 'number', 'date', 'time', 'email', 'comment', 'radiogroup', 'dropdown', 'checkbox', 'tagbox'],
  ...['boolean', 'consent', 'rating', 'imagepicker', 'pictures', 'ranking', 'partialranking', 'matrix'],
  ...['matrixdropdown', 'multipletext', 'expression'],
] as const;
type Kind = (typeof kinds)[number];

interface ConditionSketch {
  on: number;
  operator: number;
  value: number;
  and: ConditionSketch | null;
  isOr: boolean;
}

interface QuestionSketch {
  kind: Kind;
  isRequired: boolean;
  visibleIf: ConditionSketch | null;
  enableIf: ConditionSketch | null;
  requiredIf: ConditionSketch | null;
  choiceIf: ConditionSketch[];
  variant: number;
  answers: number[];
}

type ElementSketch =
  | { type: 'question'; question: QuestionSketch }
  | { type: 'note'; visibleIf: ConditionSketch | null }
  | ContainerSketch;

interface ContainerSketch {
  type: 'panel';
  isRequired: boolean;
  visibleIf: ConditionSketch | null;
  enableIf: ConditionSketch | null;
  requiredIf: ConditionSketch | null;
  elements: ElementSketch[];
}

const { condition } = fc.letrec<{ condition: ConditionSketch; more: ConditionSketch | null }>((tie) => ({
  condition: fc.record({
    on: fc.nat(999),
    operator: fc.nat(999),
    value: fc.nat(999),
    and: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: tie('more') }),
    isOr: fc.boolean(),
  }),
  more: tie('condition'),
}));

/** A condition in one of so many cases. */
function sometimes(oneIn: number): fc.Arbitrary<ConditionSketch | null> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: condition });
}

const question: fc.Arbitrary<QuestionSketch> = fc.record({
  kind: fc.constantFrom(...kinds),
  isRequired: fc.boolean(),
  visibleIf: sometimes(3),
  enableIf: sometimes(8),
  requiredIf: sometimes(8),
  choiceIf: fc.oneof(
    { weight: 2, arbitrary: fc.constant<ConditionSketch[]>([]) },
    { weight: 1, arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }) },
  ),
  variant: fc.nat(9999),
  answers: fc.array(fc.nat(99999), { minLength: SETS, maxLength: SETS }),
});

const { element } = fc.letrec<{ element: ElementSketch }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 8, arbitrary: fc.record({ type: fc.constant('question' as const), question }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('note' as const), visibleIf: sometimes(3) }) },
    { weight: 2, arbitrary: container(tie('element'), 0) },
  ),
}));

function container(inner: fc.Arbitrary<ElementSketch>, minLength: number): fc.Arbitrary<ContainerSketch> {
  return fc.record({
    type: fc.constant('panel' as const),
    isRequired: fc.oneof(
      { weight: 3, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    visibleIf: sometimes(3),
    enableIf: sometimes(8),
    requiredIf: sometimes(10),
    elements: fc.array(inner, { minLength, maxLength: 3 }),
  });
}

const calculated = fc.record({ on: fc.nat(999), also: fc.nat(999), form: fc.nat(999), kept: fc.boolean() });
type CalculatedSketch = { on: number; also: number; form: number; kept: boolean };

interface TriggerSketch {
  when: ConditionSketch;
  goto: number;
}

/** A questionnaire of some eight elements, and answers to it, right and wrong ones. */
export function generatedQuestionnaires({
  withTriggers,
}: {
  withTriggers: boolean;
}): fc.Arbitrary<GeneratedQuestionnaire> {
  return fc
    .record({
      pages: fc.array(container(element, 1), {
        minLength: withTriggers ? 2 : 1,
        maxLength: withTriggers ? 4 : 2,
      }),
      calculated: fc.array(calculated, { maxLength: 2 }),
      triggers: withTriggers
        ? fc.array(fc.record({ when: condition, goto: fc.nat(999) }), { minLength: 1, maxLength: 3 })
        : fc.constant<TriggerSketch[]>([]),
    })
    .map(({ pages, calculated: values, triggers }) => new Drawing(pages, values).drawn(triggers))
    .filter((drawn): drawn is GeneratedQuestionnaire => drawn !== null);
}

/** Something a condition can read. */
interface Readable {
  path: string;
  question: string | null;
  values: readonly unknown[];
  isList: boolean;
}

const towns = ['Köln', 'Bonn'];

/** Turns sketches into JSON. */
class Drawing {
  private readonly names = new Map<QuestionSketch, string>();
  private readonly readable: Readable[] = [];
  private noteCount = 0;
  private panelCount = 0;

  constructor(
    private readonly pages: ContainerSketch[],
    private readonly values: CalculatedSketch[],
  ) {}

  drawn(triggers: TriggerSketch[]): GeneratedQuestionnaire | null {
    this.questionsIn(this.pages).forEach((sketch, index) => this.names.set(sketch, `q${index}`));
    if (this.names.size === 0 || this.names.size > 8) return null;
    for (const [sketch, name] of this.names) this.readable.push(...readableOf(sketch, name));
    this.readable.push({ path: 'person.town', question: null, values: towns, isList: false });
    const plainCount = this.readable.length;
    this.values.forEach((_value, index) => {
      this.readable.push({ path: `c${index}`, question: null, values: [1, 2, 3, 'ja'], isList: false });
    });

    const json: Json = {
      pages: this.pages.map((page, index) => ({
        ...this.containerJson(page),
        name: `page${index}`,
      })),
    };
    if (this.values.length > 0) {
      json['calculatedValues'] = this.values.map((value, index) => ({
        name: `c${index}`,
        expression: this.calculation(value.on, value.also, value.form, plainCount, index === 0 ? 'c1' : null),
        includeIntoResult: value.kept,
      }));
    }
    if (triggers.length > 0)
      json['triggers'] = triggers.flatMap((trigger) => this.triggerJson(trigger) ?? []);
    return { json, answerSets: Array.from({ length: SETS }, (_, index) => this.answers(index)) };
  }

  private questionsIn(elements: readonly ElementSketch[]): QuestionSketch[] {
    return elements.flatMap((one) => {
      if (one.type === 'panel') return this.questionsIn(one.elements);
      return one.type === 'question' ? [one.question] : [];
    });
  }

  private containerJson(sketch: ContainerSketch): Json {
    const { enableIf, ...conditions } = this.conditions(sketch, null);
    // Whether survey-core works an expression out in a panel that cannot be answered depends on what came before.
    const isWorkedOut = this.questionsIn(sketch.elements).every(({ kind }) => kind !== 'expression');
    return {
      ...(sketch.isRequired ? { isRequired: true } : {}),
      ...conditions,
      ...(enableIf !== undefined && isWorkedOut ? { enableIf } : {}),
      elements: sketch.elements.map((one) => this.elementJson(one)),
    };
  }

  private elementJson(sketch: ElementSketch): Json {
    if (sketch.type === 'panel') {
      this.panelCount += 1;
      const name = `panel${this.panelCount}`;
      return { type: 'panel', name, ...this.containerJson(sketch) };
    }
    if (sketch.type === 'note') {
      this.noteCount += 1;
      const visibleIf = sketch.visibleIf ? { visibleIf: this.condition(sketch.visibleIf, null) } : {};
      return { type: 'html', name: `note${this.noteCount}`, html: 'Hinweis', ...visibleIf };
    }
    const name = this.names.get(sketch.question) ?? '';
    const { visibleIf, ...conditions } = this.conditions(sketch.question, name);
    const isExpression = sketch.question.kind === 'expression';
    return {
      name,
      ...(visibleIf === undefined ? {} : { visibleIf }),
      ...(isExpression ? {} : conditions),
      ...(sketch.question.isRequired && !isExpression ? { isRequired: true } : {}),
      ...this.typeJson(sketch.question, name),
    };
  }

  private conditions(
    sketch: { [K in 'visibleIf' | 'enableIf' | 'requiredIf']: ConditionSketch | null },
    own: string | null,
  ): Json {
    return Object.fromEntries(
      (['visibleIf', 'enableIf', 'requiredIf'] as const).flatMap((key) => {
        const given = sketch[key];
        return given === null ? [] : [[key, this.condition(given, own)]];
      }),
    );
  }

  /** A condition that does not read the question it stands at. */
  private condition({ on, operator, value, and, isOr }: ConditionSketch, own: string | null): string {
    const others = this.readable.filter(({ question: name }) => name === null || name !== own);
    const read = pick(others, on);
    const first = comparison(read, operator, value);
    if (and === null) return first;
    return `(${first}) ${isOr ? 'or' : 'and'} (${this.condition(and, own)})`;
  }

  /**
   * A calculation over questions that are no calculations themselves, or over another calculated value.
   * Lists are left out: survey-core hands out the list itself, which is emptied when the question is cleared.
   */
  private calculation(on: number, also: number, form: number, until: number, other: string | null): string {
    const plain = this.readable
      .slice(0, until)
      .filter(({ path, isList }) => !isList && !this.isExpression(path));
    const one = other !== null && this.values.length > 1 && form % 3 === 0 ? other : pick(plain, on).path;
    const two = pick(plain, also).path;
    const forms = [
      `{${one}} + {${two}}`,
      `iif({${one}} notempty, {${two}}, 'ja')`,
      `{${one}} * 2`,
      `{${one}} = 1`,
      `iif({${one}} > 2, 2, 3)`,
    ];
    return pick(forms, form);
  }

  private isExpression(path: string): boolean {
    return [...this.names].some(([sketch, name]) => sketch.kind === 'expression' && name === path);
  }

  private triggerJson({ when, goto }: TriggerSketch): Json | null {
    const expression = this.condition(when, null);
    // Of a row or item of an unanswered question survey-core does not ask its triggers.
    if (/\{q\d+\./.test(expression)) return null;
    if (goto % 3 === 0) return { type: 'complete', expression };
    const read = [...expression.matchAll(/\{(q\d+)/g)].map(([, name]) => this.pageOf(name ?? ''));
    const goals = [...this.names]
      .filter(([sketch, name]) => sketch.visibleIf === null && this.pageOf(name) > Math.max(0, ...read))
      .map(([, name]) => name);
    return goals.length === 0 ? null : { type: 'skip', expression, gotoName: pick(goals, goto) };
  }

  private pageOf(name: string): number {
    return this.pages.findIndex((page) =>
      this.questionsIn([page]).some((one) => this.names.get(one) === name),
    );
  }

  private answers(set: number): Json {
    return Object.fromEntries(
      [...this.names].flatMap(([sketch, name]): [string, unknown][] =>
        answersTo(sketch, sketch.answers[set] ?? 0, name),
      ),
    );
  }

  private typeJson(sketch: QuestionSketch, name: string): Json {
    const { kind, variant, choiceIf } = sketch;
    const choices = (values: readonly unknown[]): unknown[] =>
      values.map((value, index) => {
        const given = choiceIf[index - (values.length - choiceIf.length)];
        if (given === undefined) return value;
        const key =
          variant % 5 === 0 && kind !== 'matrix' && kind !== 'matrixdropdown' ? 'enableIf' : 'visibleIf';
        return { value, [key]: this.condition(given, name) };
      });
    switch (kind) {
      case 'text':
        return { type: 'text', ...pick<Json>([{}, {}, ...textValidators(name)], variant) };
      case 'comment':
        return { type: 'comment', ...pick<Json>([{}, ...textValidators(name)], variant) };
      case 'number':
        return { type: 'text', inputType: 'number', ...this.numberRules(variant, name) };
      case 'date':
        return {
          type: 'text',
          inputType: 'date',
          ...pick<Json>([{}, { min: '2027-01-01' }, { max: '2027-12-31' }], variant),
        };
      case 'time':
        return {
          type: 'text',
          inputType: 'time',
          ...pick<Json>([{}, { min: '08:00', max: '18:00' }], variant),
        };
      case 'email':
        return { type: 'text', inputType: 'email' };
      case 'radiogroup':
      case 'dropdown':
        return { type: kind, choices: choices(singleValues), ...special(variant) };
      case 'checkbox':
      case 'tagbox': {
        const bounds = pick<Json>(
          [{}, {}, { minSelectedChoices: 2 }, { maxSelectedChoices: 2 }, countValidator],
          variant,
        );
        return { type: kind, choices: choices(listValues), ...special(variant), ...bounds };
      }
      case 'boolean':
        return {
          type: 'boolean',
          ...pick<Json>(
            [{}, { valueTrue: 'ja', valueFalse: 'nein' }, { valueTrue: 1, valueFalse: 0 }],
            variant,
          ),
        };
      case 'consent':
        return { type: 'boolean', renderAs: 'checkbox' };
      case 'rating':
        return {
          type: 'rating',
          ...pick<Json>([{}, { rateMin: 0, rateMax: 10 }, { rateValues: [1, 3, 5] }], variant),
        };
      case 'imagepicker':
      case 'pictures': {
        const pictures = choices(singleValues).map((choice) => ({
          ...(typeof choice === 'object' ? choice : { value: choice }),
          imageLink: '/images/abcdefgh',
        }));
        return {
          type: 'imagepicker',
          choices: pictures,
          ...(kind === 'pictures' ? { multiSelect: true } : {}),
        };
      }
      case 'ranking':
        return { type: 'ranking', choices: choices(listValues) };
      case 'partialranking': {
        const bounds = pick<Json>([{}, { minSelectedChoices: 2 }, { maxSelectedChoices: 3 }], variant);
        return { type: 'ranking', selectToRankEnabled: true, choices: choices(listValues), ...bounds };
      }
      case 'matrix':
        return {
          type: 'matrix',
          columns: matrixColumns,
          rows: choices(rowValues),
          ...pick<Json>([{}, { eachRowRequired: true }, { eachRowUnique: true }], variant),
        };
      case 'matrixdropdown':
        return { type: 'matrixdropdown', rows: choices(rowValues), columns: cellColumns(variant) };
      case 'multipletext':
        return { type: 'multipletext', items: textItems(variant) };
      case 'expression':
        return { type: 'expression', expression: this.expression(sketch, name) };
    }
  }

  private expression({ variant, answers }: QuestionSketch, own: string): string {
    const plain = this.readable.filter(
      ({ path, question: name, isList }) => name !== own && !isList && !this.isExpression(path),
    );
    const one = pick(plain, variant).path;
    const two = pick(plain, answers[0] ?? 0).path;
    const forms = [
      `{${one}} + {${two}}`,
      `iif({${one}} empty, 1, {${two}})`,
      `{${one}} * 2`,
      `count({${one}}, {${two}})`,
    ];
    return pick(forms, variant);
  }

  private numberRules(variant: number, own: string): Json {
    const others = [...this.names].filter(([sketch, name]) => sketch.kind === 'number' && name !== own);
    const bound = others.length > 0 ? { minValueExpression: `{${pick(others, variant)[1]}} + 1` } : {};
    const self = { validators: [{ type: 'expression', expression: `{${own}} < 6 or {${own}} empty` }] };
    return pick<Json>(
      [
        {},
        { min: 0, max: 5 },
        { step: 2 },
        bound,
        self,
        { validators: [{ type: 'numeric', minValue: 2, maxValue: 6 }] },
      ],
      variant,
    );
  }
}

const singleValues = ['a', 'b', 3] as const;
const listValues = [1, 'x', 'y', 'z'] as const;
const rowValues = ['r1', 'r2', 3] as const;
const matrixColumns = [1, 'viel'] as const;
const texts = ['Köln', 'abc', 'Haus 12', '5'] as const;
const dates = ['2026-12-31', '2027-06-01', '2028-01-01'] as const;
const times = ['07:30', '09:00', '23:15'] as const;
const mails = ['erika@example.org', 'keine'] as const;
const countValidator = { validators: [{ type: 'answercount', minCount: 1, maxCount: 2 }] };

function textValidators(name: string): Json[] {
  return [
    { validators: [{ type: 'text', minLength: 4, maxLength: 6 }] },
    { validators: [{ type: 'text', allowDigits: false }] },
    { validators: [{ type: 'regex', regex: '^[A-ZÄÖÜ]', caseInsensitive: name.endsWith('1') }] },
    { validators: [{ type: 'expression', expression: `{${name}} <> 'abc'` }] },
    { validators: [{ type: 'numeric', minValue: 6 }] },
    { validators: [{ type: 'email' }] },
  ];
}

function special(variant: number): Json {
  return pick<Json>([{}, {}, { showOtherItem: true }, { showNoneItem: true }], Math.floor(variant / 7));
}

function cellColumns(variant: number): Json[] {
  const isRequired = variant % 3 === 0;
  return [
    { name: 'k1', cellType: 'dropdown', choices: [1, 'zwei'], isRequired },
    pick<Json>(
      [
        { name: 'k2', cellType: 'text', inputType: 'number', min: 2 },
        { name: 'k2', cellType: 'checkbox', choices: ['u', 'v'] },
        { name: 'k2', cellType: 'boolean', isRequired },
        { name: 'k2', cellType: 'rating' },
        { name: 'k2', cellType: 'comment', validators: [{ type: 'text', minLength: 4 }] },
        { name: 'k2', cellType: 'radiogroup', choices: ['u', 'v'] },
      ],
      variant,
    ),
  ];
}

function textItems(variant: number): Json[] {
  return [
    { name: 'i1', isRequired: variant % 3 === 0 },
    pick<Json>(
      [
        { name: 'i2', inputType: 'number', minValueExpression: '2' },
        { name: 'i2', validators: [{ type: 'text', minLength: 4 }] },
        { name: 'i2', inputType: 'email' },
      ],
      variant,
    ),
  ];
}

/** What conditions can read of a question. */
function readableOf({ kind, variant }: QuestionSketch, name: string): Readable[] {
  const one = (values: readonly unknown[], path = name, isList = false): Readable => ({
    path,
    question: name,
    values,
    isList,
  });
  switch (kind) {
    case 'text':
    case 'comment':
      return [one(texts)];
    case 'number':
    case 'rating':
    case 'expression':
      return [one([1, 2, 3, 5])];
    case 'date':
      return [one(dates)];
    case 'time':
      return [one(times)];
    case 'email':
      return [one(mails)];
    case 'radiogroup':
    case 'dropdown':
    case 'imagepicker':
      return [one([...singleValues, 'other'])];
    case 'checkbox':
    case 'tagbox':
    case 'pictures':
    case 'ranking':
    case 'partialranking':
      return [one(kind === 'pictures' ? singleValues : listValues, name, true)];
    case 'boolean':
    case 'consent':
      return [
        one(
          pick<readonly unknown[]>(
            [
              [true, false],
              ['ja', 'nein'],
              [1, 0],
            ],
            kind === 'consent' ? 0 : variant,
          ),
        ),
      ];
    case 'matrix':
      return rowValues.map((row) => one(matrixColumns, `${name}.${row}`));
    case 'matrixdropdown':
      return [one([1, 'zwei'], `${name}.r1.k1`), one([1, 'zwei'], `${name}.r2.k1`)];
    case 'multipletext':
      return [one(texts, `${name}.i1`)];
  }
}

function comparison({ path, values, isList }: Readable, operator: number, value: number): string {
  const literal = JSON.stringify(pick(values, value)).replaceAll('"', "'");
  const operators = isList
    ? ['contains', 'notcontains', 'anyof', 'empty', 'notempty', 'contains']
    : ['=', '<>', '>', '<=', 'empty', 'notempty', '='];
  const chosen = pick(operators, operator);
  if (chosen === 'empty' || chosen === 'notempty') return `{${path}} ${chosen}`;
  return `{${path}} ${chosen} ${chosen === 'anyof' ? `[${literal}]` : literal}`;
}

/** An answer, absent in a third of the cases and now and then one that breaks a rule. */
function answersTo(sketch: QuestionSketch, answer: number, name: string): [string, unknown][] {
  const { kind, variant } = sketch;
  if (answer % 3 === 0 || kind === 'expression') return [];
  const seed = Math.floor(answer / 3);
  const given = (value: unknown): [string, unknown][] => [[name, value]];
  switch (kind) {
    case 'text':
    case 'comment':
      return given(pick(texts, seed));
    case 'number':
      return given(pick([1, 2, 3, 5, 7, 2.5], seed));
    case 'date':
      return given(pick(dates, seed));
    case 'time':
      return given(pick(times, seed));
    case 'email':
      return given(pick(mails, seed));
    case 'radiogroup':
    case 'dropdown':
      return specialAnswer(name, variant, seed) ?? given(pick(certain(singleValues, sketch), seed));
    case 'imagepicker':
      return given(pick(singleValues, seed));
    case 'pictures':
      return given(some(singleValues, seed));
    case 'checkbox':
    case 'tagbox': {
      const most = variant % 5 === 3 ? 2 : listValues.length;
      const chosen = specialAnswer(name, variant, seed)?.map(([key, value]): [string, unknown] => [
        key,
        key === name ? [value] : value,
      ]);
      return chosen ?? given(some(certain(listValues, sketch), seed).slice(0, most));
    }
    case 'boolean':
      return given(
        pick(
          pick<readonly unknown[]>(
            [
              [true, false],
              ['ja', 'nein'],
              [1, 0],
            ],
            variant,
          ),
          seed,
        ),
      );
    case 'consent':
      return given(true);
    case 'rating':
      return given(pick([1, 3, 5], seed));
    case 'ranking':
      return given(permuted(listValues, seed));
    case 'partialranking':
      return given(permuted(listValues, seed).slice(0, 1 + (seed % 3)));
    case 'matrix': {
      const rows = some(rowValues, seed).map((row, index) => [
        row,
        pick(matrixColumns, Math.floor(seed / 8) + index),
      ]);
      return given(Object.fromEntries(rows));
    }
    case 'matrixdropdown': {
      const rows = some(rowValues, seed).map((row, index) => [
        row,
        cellAnswers(variant, Math.floor(seed / 8) + index),
      ]);
      return given(Object.fromEntries(rows));
    }
    case 'multipletext':
      return given(itemAnswers(variant, seed));
  }
}

/** Beside „other“, choices that may be hidden are not answered: survey-core would take them for its words. */
function certain<T>(values: readonly T[], { variant, choiceIf }: QuestionSketch): readonly T[] {
  return 'showOtherItem' in special(variant) ? values.slice(0, values.length - choiceIf.length) : values;
}

function specialAnswer(name: string, variant: number, seed: number): [string, unknown][] | null {
  const { showOtherItem, showNoneItem } = special(variant);
  if (seed % 3 !== 0) return null;
  if (showNoneItem === true) return [[name, 'none']];
  if (showOtherItem !== true) return null;
  return seed % 2 === 0
    ? [[name, 'other']]
    : [
        [name, 'other'],
        [`${name}-Comment`, 'etwas anderes'],
      ];
}

function cellAnswers(variant: number, seed: number): Json {
  const second = pick<readonly unknown[]>(
    [
      [1, 4],
      [['u'], ['u', 'v']],
      [true, false],
      [1, 5],
      ['abc', 'Köln'],
      ['u', 'v'],
    ],
    variant,
  );
  const cells = { k1: pick([1, 'zwei'], seed), k2: pick(second, Math.floor(seed / 2)) };
  return pick<Json>([cells, { k1: cells.k1 }, { k2: cells.k2 }], seed);
}

function itemAnswers(variant: number, seed: number): Json {
  const second = pick<readonly unknown[]>([[1, 4], ['abc', 'Köln'], mails], variant);
  const items = { i1: pick(texts, seed), i2: pick(second, seed) };
  return pick<Json>([items, { i1: items.i1 }, { i2: items.i2 }], Math.floor(seed / 2));
}

/** One or more of a list, in its order. */
function some<T>(values: readonly T[], seed: number): T[] {
  const chosen = values.filter((_value, index) => (((seed % (2 ** values.length - 1)) + 1) >> index) & 1);
  return chosen;
}

function permuted<T>(values: readonly T[], seed: number): T[] {
  const left = [...values];
  const order: T[] = [];
  for (let rest = seed; left.length > 0; rest = Math.floor(rest / 5))
    order.push(...left.splice(rest % left.length, 1));
  return order;
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
