import type { CsvValue } from '../common/csv.js';
import { textPlaces } from '../questionnaire/answers/show/free-texts.js';
import { flattenAnswers, questionColumns } from '../questionnaire/answers/show/question-columns.js';
import type { Privacy } from '../surveys/survey.entity.js';
import type { Version } from '../surveys/questionnaires/versions.service.js';
import type { ShownResponse } from '../results/shown-responses.queries.js';

/** A column that is not an answer. */
type Column = readonly [name: string, of: (response: ShownResponse) => CsvValue];

const identified: readonly Column[] = [
  ['participant', ({ participantId }) => participantId],
  ['email', ({ email }) => email],
  ['name', ({ name }) => name],
  ['submitted_at', ({ submittedAt }) => submittedAt?.toISOString() ?? null],
  ['language', ({ language }) => language],
  ['revision', ({ revision }) => revision],
];

/** The metadata of a response that may be exported, by the survey's privacy. */
const told: Record<Privacy, readonly Column[]> = {
  identified,
  pseudonymous: [
    ['code', ({ code }) => code],
    ['day', ({ day }) => day],
    ['language', ({ language }) => language],
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
  rowOf(response: ShownResponse): CsvValue[];
}

/** @param textsApart whether free texts leave in a file of their own, so that they have no columns */
export function responseTable(
  privacy: Privacy,
  versions: readonly Version[],
  textsApart: boolean,
): ResponseTable {
  const basics: readonly Column[] = [['response', ({ id }) => id], ...told[privacy], ...always];
  const questions = [...new Set(versions.flatMap(({ plan }) => columnNames(plan, textsApart)))];
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
      for (const [index, place] of version?.places.entries() ?? [])
        if (place >= 0) cells[place] = given[index];
      return [...basics.map(([, of]) => of(response)), ...cells];
    },
  };
}

function columnNames(plan: Version['plan'], textsApart: boolean): string[] {
  const apart = new Set(textsApart ? textPlaces(plan).map(({ column }) => column) : []);
  return questionColumns(plan).flatMap(({ name }) => (apart.has(name) ? [] : [name]));
}

/** A response as one line of NDJSON. */
export function responseShape(privacy: Privacy, response: ShownResponse): object {
  const { id, version, via, screenedOut, answers, language, revision } = response;
  const beside = { id, version, via, screenedOut };
  if (privacy === 'anonymous') return { ...beside, answers };
  if (privacy === 'pseudonymous') {
    const { code, day } = response;
    return { ...beside, code, day, language, answers };
  }
  const { participantId, email, name, submittedAt, changedAt } = response;
  return { ...beside, participantId, email, name, submittedAt, language, revision, changedAt, answers };
}
