import type { Locale, LocalizedText } from '../../common/locale.js';
import { LssAttributes } from './lss-attributes.js';
import type { LssCondition, LssGroup, LssItem, LssQuestion, LssSurvey } from './lss-survey.js';
import type { LssDocument, LssRow } from './lss-xml.js';

/** Both layouts: since LimeSurvey 4 texts have tables of their own, before there was a row per language. */
export function surveyOf(document: LssDocument, locales: ReadonlyMap<string, Locale>): LssSurvey {
  const tables = new Tables(document, locales);
  const settings = tables.rows('surveys')[0] ?? new Map<string, string>();
  const text = (column: string) =>
    tables.texts(['surveys_languagesettings'], () => '', column, 'surveyls_language').get('') ?? {};
  const policy = settings.get('showsurveypolicynotice') ?? '0';
  return {
    title: text('surveyls_title'),
    description: text('surveyls_description'),
    welcome: text('surveyls_welcometext'),
    end: text('surveyls_endtext'),
    endLink: text('surveyls_url'),
    policyNotice: policy === '0' ? {} : text('surveyls_policy_notice'),
    format: settings.get('format') ?? 'G',
    hasAssessments: settings.get('assessments') === 'Y',
    quotaNames: tables.rows('quota').map((row) => row.get('name') ?? row.get('id') ?? ''),
    groups: groupsOf(tables),
  };
}

function groupsOf(tables: Tables): LssGroup[] {
  const gid = (row: LssRow) => row.get('gid') ?? '';
  const titles = tables.texts(['groups', 'group_l10ns'], gid, 'group_name');
  const descriptions = tables.texts(['groups', 'group_l10ns'], gid, 'description');
  const questions = grouped(questionsOf(tables), ({ group }) => group);
  return ordered(unique(tables.rows('groups'), gid), 'group_order').map((row) => ({
    id: gid(row),
    title: titles.get(gid(row)) ?? {},
    description: descriptions.get(gid(row)) ?? {},
    relevance: row.get('grelevance') ?? '',
    randomizationGroup: row.get('randomization_group') ?? '',
    questions: (questions.get(gid(row)) ?? []).map(({ question }) => question),
  }));
}

function questionsOf(tables: Tables): { group: string; question: LssQuestion }[] {
  const qid = (row: LssRow) => row.get('qid') ?? '';
  const sources = ['questions', 'subquestions', 'question_l10ns'];
  const texts = tables.texts(sources, qid, 'question');
  const helps = tables.texts(sources, qid, 'help');
  const rows = ordered(
    unique([...tables.rows('questions'), ...tables.rows('subquestions')], qid),
    'question_order',
  );
  const isSubquestion = (row: LssRow) => (row.get('parent_qid') ?? '0') !== '0';
  const subquestions = grouped(rows.filter(isSubquestion), (row) => row.get('parent_qid') ?? '');
  const answers = answersOf(tables);
  const attributes = attributesOf(tables);
  const conditions = grouped(tables.rows('conditions'), qid);
  const defaults = new Set(tables.rows('defaultvalues').map(qid));

  const itemOf = (row: LssRow): LssItem => ({
    id: qid(row),
    code: row.get('title') ?? '',
    scale: scaleOf(row),
    text: texts.get(qid(row)) ?? {},
    relevance: row.get('relevance') ?? '',
  });
  const questionOf = (row: LssRow): LssQuestion => ({
    id: qid(row),
    code: row.get('title') ?? '',
    type: row.get('type') ?? '',
    text: texts.get(qid(row)) ?? {},
    help: helps.get(qid(row)) ?? {},
    mandatory: row.get('mandatory') ?? 'N',
    hasOther: row.get('other') === 'Y',
    relevance: row.get('relevance') ?? '',
    pattern: row.get('preg') ?? '',
    hasDefault: defaults.has(qid(row)),
    attributes: attributes.get(qid(row)) ?? new LssAttributes(),
    subquestions: (subquestions.get(qid(row)) ?? []).map(itemOf),
    answers: answers.get(qid(row)) ?? [],
    conditions: (conditions.get(qid(row)) ?? []).map(conditionOf),
  });
  return rows
    .filter((row) => !isSubquestion(row))
    .map((row) => ({ group: row.get('gid') ?? '', question: questionOf(row) }));
}

function answersOf(tables: Tables): Map<string, LssItem[]> {
  const key = (row: LssRow) =>
    row.get('aid') ?? [row.get('qid'), row.get('code'), row.get('scale_id') ?? '0'].join(' ');
  const texts = tables.texts(['answers', 'answer_l10ns'], key, 'answer');
  const rows = ordered(unique(tables.rows('answers'), key), 'sortorder');
  const itemOf = (row: LssRow): LssItem => ({
    id: '',
    code: row.get('code') ?? '',
    scale: scaleOf(row),
    text: texts.get(key(row)) ?? {},
    relevance: '',
  });
  const questions = grouped(rows, (row) => row.get('qid') ?? '');
  return new Map([...questions].map(([question, own]) => [question, own.map(itemOf)]));
}

function attributesOf(tables: Tables): Map<string, LssAttributes> {
  const attributes = new Map<string, LssAttributes>();
  for (const row of tables.rows('question_attributes')) {
    const question = row.get('qid') ?? '';
    const own = attributes.get(question) ?? new LssAttributes();
    attributes.set(question, own);
    const language = row.get('language');
    const locale = language === undefined ? undefined : tables.locales.get(language);
    if (language !== undefined && locale === undefined) continue;
    own.set(row.get('attribute') ?? '', row.get('value') ?? '', locale);
  }
  return attributes;
}

function conditionOf(row: LssRow): LssCondition {
  return {
    scenario: row.get('scenario') ?? '1',
    question: row.get('cqid') ?? '',
    field: row.get('cfieldname') ?? '',
    method: row.get('method') ?? '==',
    value: row.get('value') ?? '',
  };
}

class Tables {
  constructor(
    private readonly document: LssDocument,
    readonly locales: ReadonlyMap<string, Locale>,
  ) {}

  rows(name: string): readonly LssRow[] {
    return this.document.tables.get(name) ?? [];
  }

  /** The texts of one column by what they belong to, from all rows that name a language of ours. */
  texts(
    names: readonly string[],
    key: (row: LssRow) => string,
    column: string,
    languageColumn = 'language',
  ): Map<string, LocalizedText> {
    const texts = new Map<string, LocalizedText>();
    for (const row of names.flatMap((name) => this.rows(name))) {
      const text = row.get(column);
      const locale = this.locales.get(row.get(languageColumn) ?? '');
      if (text === undefined || locale === undefined) continue;
      texts.set(key(row), { ...texts.get(key(row)), [locale]: text });
    }
    return texts;
  }
}

/** The first row of each key: in the old layout the others say the same in another language. */
function unique(rows: readonly LssRow[], key: (row: LssRow) => string): LssRow[] {
  const first = new Map<string, LssRow>();
  for (const row of rows) if (!first.has(key(row))) first.set(key(row), row);
  return [...first.values()];
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function ordered(rows: readonly LssRow[], column: string): LssRow[] {
  const position = (row: LssRow) => Number(row.get(column) ?? 0) || 0;
  return rows.toSorted((a, b) => position(a) - position(b));
}

function scaleOf(row: LssRow): LssItem['scale'] {
  return row.get('scale_id') === '1' ? '1' : '0';
}
