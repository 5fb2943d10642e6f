import { buildBundles } from './build.mjs';

buildBundles();
