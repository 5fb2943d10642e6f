import { watchBoxes } from './boxes.js';
import { countCharacters } from './characters.js';
import { offerClearing } from './clearing.js';
import { countChosen } from './counts.js';
import type { Enhancement } from './enhance.js';
import { takeMendedAway } from './mended.js';
import { giveOwnAddress } from './own-address.js';
import { sortRankings } from './ranking.js';
import { sendOnce } from './send-once.js';
import { searchLists } from './tagbox.js';

/** What makes single questions easier, whatever page they are on. */
export const enhancements: readonly Enhancement[] = [
  sendOnce,
  giveOwnAddress,
  watchBoxes,
  searchLists,
  sortRankings,
  countCharacters,
  countChosen,
  offerClearing,
  takeMendedAway,
];
