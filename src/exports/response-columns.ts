import type { CsvValue } from '../common/csv.js';
import { flattenAnswers, questionColumns } from '../questionnaire/question-columns.js';
import type { Privacy } from '../surveys/survey.entity.js';
import type { Version } from '../surveys/versions.service.js';
import type { ExportedResponse } from './exports.queries.js';

/** A column beside the answers. */
type Column = readonly [name: string, of: (response: ExportedResponse) => CsvValue];

const identified: readonly Column[] = [
  ['participant', ({ participantId }) => participantId],
  ['email', ({ email }) => email],
  ['name', ({ name }) => name],
  ['submitted_at', ({ submittedAt }) => submittedAt?.toISOString() ?? null],
  ['language', ({ language }) => language],
  ['revision', ({ revision }) => revision],
];

/** What is told of a response beside its answers, by what people were promised. */
const told: Record<Privacy, readonly Column[]> = {
  identified,
  pseudonymous: [
    ['code', ({ code }) => code],
    ['day', ({ day }) => day],
    ['language', ({ language }) => language],
    ['revision', ({ revision }) => revision],
  ],
  anonymous: [],
};

const always: readonly Column[] = [
  ['version', ({ version }) => version],
  ['via', ({ via }) => via],
  ['screened_out', ({ screenedOut }) => screenedOut],
];

/** Columns of an export: those of all versions, each once, in the order in which they came up. */
export interface ResponseTable {
  names: string[];
  rowOf(response: ExportedResponse): CsvValue[];
}

export function responseTable(privacy: Privacy, versions: readonly Version[]): ResponseTable {
  const basics: readonly Column[] = [['response', ({ id }) => id], ...told[privacy], ...always];
  const questions = [
    ...new Set(versions.flatMap(({ plan }) => questionColumns(plan).map(({ name }) => name))),
  ];
  const placesIn = new Map(
    versions.map(({ id, plan }) => [
      id,
      { plan, places: questionColumns(plan).map(({ name }) => questions.indexOf(name)) },
    ]),
  );
  return {
    names: [...basics.map(([name]) => name), ...questions],
    rowOf(response) {
      const cells: CsvValue[] = questions.map(() => null);
      const version = placesIn.get(response.versionId);
      const given = version ? flattenAnswers(version.plan, response.answers) : [];
      for (const [index, place] of version?.places.entries() ?? []) cells[place] = given[index];
      return [...basics.map(([, of]) => of(response)), ...cells];
    },
  };
}

/** A response as one line of NDJSON. */
export function responseShape(privacy: Privacy, response: ExportedResponse): object {
  const { id, version, via, screenedOut, answers, language, revision } = response;
  const beside = { id, version, via, screenedOut };
  if (privacy === 'anonymous') return { ...beside, answers };
  if (privacy === 'pseudonymous') {
    const { code, day } = response;
    return { ...beside, code, day, language, revision, answers };
  }
  const { participantId, email, name, submittedAt, changedAt } = response;
  return { ...beside, participantId, email, name, submittedAt, language, revision, changedAt, answers };
}
