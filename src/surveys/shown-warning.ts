import type { z } from 'zod';
import { type CodedText, publicCode, textOf } from '../common/coded-text.js';
import type { warning } from './survey-answer.schema.js';

/** A warning as the API answers it. */
export function shownWarning(said: CodedText): z.output<typeof warning> {
  const { reply } = said.values;
  return {
    code: publicCode(said.code),
    message: textOf(said, 'en'),
    ...(reply !== undefined && { problem: String(reply) }),
  };
}
