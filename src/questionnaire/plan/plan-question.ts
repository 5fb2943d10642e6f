/** Derived from the kinds that are registered; what a kind itself needs never asks for it. */
export type { PlanQuestion } from '../kinds/registry.js';
