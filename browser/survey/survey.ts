import { enhancements } from './enhancements.js';
import { enhance } from './enhance.js';

// For pages on which nothing depends on their own answers.
enhance(enhancements);
