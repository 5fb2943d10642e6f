import { watchBoxes } from './boxes.js';
import { countCharacters } from './characters.js';
import type { Help } from './ease.js';
import { sortRankings } from './ranking.js';
import { sendOnce } from './send-once.js';
import { searchLists } from './tagbox.js';

/** What eases single questions. */
export const comforts: readonly Help[] = [sendOnce, watchBoxes, searchLists, sortRankings, countCharacters];
