import { enhancements } from './enhancements.js';
import { keepConditions } from './conditions.js';
import { enhance } from './enhance.js';

// For pages that change with what is answered on them.
enhance([...enhancements, keepConditions]);
