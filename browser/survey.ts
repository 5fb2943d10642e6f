import { comforts } from './comforts.js';
import { ease } from './ease.js';

// For pages on which nothing depends on their own answers.
ease(comforts);
