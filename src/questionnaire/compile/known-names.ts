import { commentName } from '../answers/answers.js';
import { kindByType } from '../kinds/registry.js';
import { isJsonObject } from './questionnaire-json.js';
import { PERSON, type KnownNames } from './questionnaire-names.js';

const DEEPEST = 20;

/** Reads the names out of a questionnaire that may be malformed anywhere. */
export function knownNamesOf(survey: Record<string, unknown>): KnownNames {
  const pages = objectsIn(survey['pages']);
  const questions = [survey, ...pages].flatMap((parent) => questionsIn(parent, 0));
  const parts = new Map<string, readonly string[]>();
  for (const question of questions) {
    parts.set(question.name, partsOf(question.json));
    if (question.json['showOtherItem'] === true || question.json['hasOther'] === true)
      parts.set(commentName(question.name), []);
  }
  for (const { name } of objectsIn(survey['calculatedValues'])) {
    if (typeof name === 'string') parts.set(name, []);
  }
  return {
    roots: [...parts.keys(), PERSON],
    ordered: questions
      .filter(({ json }) => kindByType(String(json['type']))?.isOrdered)
      .map(({ name }) => name),
    parts,
  };
}

interface NamedJson {
  name: string;
  json: Record<string, unknown>;
}

function questionsIn(parent: Record<string, unknown>, depth: number): NamedJson[] {
  if (depth > DEEPEST) return [];
  return objectsIn(parent['elements'] ?? parent['questions']).flatMap((json) => {
    if (json['type'] === 'panel') return questionsIn(json, depth + 1);
    const { name, type } = json;
    return typeof name === 'string' && type !== 'html' ? [{ name, json }] : [];
  });
}

function partsOf(json: Record<string, unknown>): string[] {
  return kindByType(String(json['type']))?.partNames?.(json) ?? [];
}

function objectsIn(list: unknown): Record<string, unknown>[] {
  return (Array.isArray(list) ? (list as unknown[]) : []).filter(isJsonObject);
}
