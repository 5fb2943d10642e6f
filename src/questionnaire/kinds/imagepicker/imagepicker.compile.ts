import { compileSimpleChoices, simpleChoiceProperties } from '../../compile/compile-choices.js';
import { isJsonObject, type JsonNode } from '../../compile/questionnaire-json.js';
import type { ImagePickerQuestion } from './imagepicker.plan.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

export const picturesProperties = [...simpleChoiceProperties, 'multiSelect', 'showLabel'];

/** Where pictures of this server stand. */
const OWN_IMAGE = /^\/images\/[A-Za-z0-9_-]{8,128}$/;

export function compilePictures(node: JsonNode, basics: QuestionBasics): ImagePickerQuestion {
  const images = (node.list('choices') ?? []).map((json, index) => imageOf(json, index, node));
  const { choices, order } = compileSimpleChoices(node, { properties: ['imageLink'] });
  return {
    kind: 'imagepicker',
    ...basics,
    choices: choices.map((choice, index) => ({ ...choice, image: images[index] ?? '' })),
    order,
    multiple: node.flag('multiSelect'),
    minSelected: null,
    maxSelected: null,
    showTexts: node.flag('showLabel'),
  };
}

/** A picture from another site would tell that site who answers. */
function imageOf(json: unknown, index: number, node: JsonNode): string | null {
  const link = isJsonObject(json) ? json['imageLink'] : null;
  const property = `choices[${index}].imageLink`;
  if (typeof link !== 'string' || link === '') return node.note(property, 'questionnaire.no_picture');
  if (OWN_IMAGE.test(link)) return link;
  return link.startsWith('data:')
    ? node.note(property, 'questionnaire.picture_inside')
    : node.note(property, 'questionnaire.foreign_picture');
}
