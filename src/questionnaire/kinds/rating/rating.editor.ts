import { lines, number, select, text } from '../editor-fields.js';
import type { QuestionEditor } from '../question-editor.js';

export const ratingEditor: QuestionEditor = {
  offers: [
    {
      id: 'rating',
      group: 'scale',
      place: 1,
      begins: { type: 'rating', rateMin: 1, rateMax: 5 },
      drawing: 'M2 8h12M3 6v4m3.3-4v4m3.4-4v4M13 6v4',
    },
    {
      id: 'stars',
      group: 'scale',
      place: 2,
      begins: { type: 'rating', rateType: 'stars', rateMin: 1, rateMax: 5 },
      drawing: 'm8 2 1.8 4 4.2.4-3.2 2.9.9 4.2L8 11.3l-3.7 2.2.9-4.2L2 6.4 6.2 6 8 2Z',
    },
    {
      id: 'nps',
      group: 'scale',
      place: 3,
      begins: { type: 'rating', rateMin: 0, rateMax: 10 },
      drawing: 'M2.5 13V9.5m2.8 3.5V7.5M8 13V6m2.7 7V4.5m2.8 8.5V2.5',
    },
  ],
  fields: [
    select('rateType', ['labels', 'stars', 'smileys']),
    number('rateMin'),
    number('rateMax'),
    text('minRateDescription'),
    text('maxRateDescription'),
    number('rateStep', true),
    lines('rateValues', true),
  ],
  comparison: { kind: () => 'number' },
  variant: ({ rateType }) => (rateType === 'stars' ? 'stars' : 'rating'),
};
