import { buildScripts } from './build.mjs';

buildScripts();
