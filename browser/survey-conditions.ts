import { comforts } from './comforts.js';
import { keepConditions } from './conditions.js';
import { ease } from './ease.js';

// For pages that change with what is answered on them.
ease([...comforts, keepConditions]);
