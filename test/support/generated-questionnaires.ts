import fc from 'fast-check';
import {
  SETS,
  type ElementSketch,
  type ContainerSketch,
  condition,
  element,
  container,
  calculated,
  type CalculatedSketch,
  type TriggerSketch,
} from './generated-sketches.js';
import { answersTo } from './generated-answers.js';
import {
  type ConditionSketch,
  type Json,
  type QuestionSketch,
  type Readable,
  cellColumns,
  comparison,
  countValidator,
  listValues,
  matrixColumns,
  pick,
  readableOf,
  rowValues,
  singleValues,
  special,
  textItems,
  textValidators,
} from './generated-questions.js';

/**
 * Questionnaires with answers for the conformance test, as SurveyJS JSON: all types of questions, in
 * pages and nested panels, with conditions on earlier and later questions. What is generated is a
 * sketch of numbers, so that a failing case shrinks to the few elements that matter.
 */

/** A questionnaire, and several sets of answers to it. */
export interface GeneratedQuestionnaire {
  json: Json;
  answerSets: Json[];
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

  /** Worked out from answers, calculated values and expressions further on, so that none needs itself. */
  private expression({ variant, answers }: QuestionSketch, own: string): string {
    const index = Number(own.slice(1));
    const plain = this.readable.filter(
      ({ path, question: name, isList }) =>
        name !== own && !isList && (!this.isExpression(path) || Number(path.slice(1)) > index),
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
