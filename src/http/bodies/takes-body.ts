import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

/** How the body of a request may be written, by its media type. */
export const MEDIA_TYPES = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
  csv: 'text/csv',
  /** Accepted but not read; some mail programs send their one-click POST this way. */
  text: 'text/plain',
} as const;
export type BodyKind = keyof typeof MEDIA_TYPES;

/** What a route takes in. Fields and files of `multipart` are counted where they are read, `csv` too. */
export interface BodyRule {
  kinds: readonly BodyKind[];
  /** As they are sent. */
  bytes: number;
  /** Fields of a form; keys and items of JSON, counted through all its levels. */
  fields: number;
  /** Levels of JSON. */
  depth: number;
}

/** How much more a questionnaire needs than the route's rule allows. */
export type BodyRoom = Pick<BodyRule, 'bytes' | 'fields'>;

/** A guard that knows the questionnaire may offer room; it is asked for only where the rule is too tight. */
export type RoomyRequest = FastifyRequest & { bodyRoom?: () => Promise<BodyRoom> };

const KB = 1024;
const MB = 1024 * KB;

/** Where nothing else is said: a short form, such as a button's. */
const shortForm: BodyRule = { kinds: ['form'], bytes: 16 * KB, fields: 50, depth: 0 };

export const bodyRules = {
  shortForm,
  /** A form of the console. */
  form: { ...shortForm, bytes: 256 * KB, fields: 500 },
  /** Letters in five languages, or a question with all its choices. */
  longForm: { ...shortForm, bytes: 5 * MB, fields: 5000 },
  /** A long form that brings a file along. */
  formWithFile: { ...shortForm, kinds: ['multipart'], bytes: 10 * MB },
  /** A list of people; its size is limited while it is received. */
  formWithList: { ...shortForm, kinds: ['multipart'], bytes: 513 * MB },
  /** A page of a questionnaire; some need more than this, see `RoomyRequest`. */
  answers: { ...shortForm, bytes: 256 * KB, fields: 500 },
  json: { kinds: ['json'], bytes: 256 * KB, fields: 5000, depth: 32 },
  /** Questionnaires, and letters in five languages. */
  longJson: { kinds: ['json'], bytes: 5 * MB, fields: 100_000, depth: 100 },
  csv: { ...shortForm, kinds: ['csv'] },
} as const satisfies Record<string, BodyRule>;

const BODY_RULE = 'body-rule';

/** What the routes of a controller, or one of them, take in: `@TakesBody(bodyRules.longJson)`. */
export const TakesBody = (rule: BodyRule) => SetMetadata(BODY_RULE, rule);

export function bodyRuleOf(reflector: Reflector, context: ExecutionContext): BodyRule {
  const targets = [context.getHandler(), context.getClass()];
  return reflector.getAllAndOverride<BodyRule | undefined>(BODY_RULE, targets) ?? shortForm;
}
