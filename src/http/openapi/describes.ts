import { applyDecorators, HttpCode } from '@nestjs/common';
import 'reflect-metadata';
import type { z } from 'zod';
import type { AsJson } from './as-json.js';

/** A file instead of JSON, sent or answered. */
export interface FileAnswer {
  /** What is in it. */
  description: string;
  /** How one begins, by media type. */
  examples: Readonly<Record<string, string>>;
}

/** Statuses whose problems an operation names itself; what every operation may answer is known without it. */
type ProblemStatus = 403 | 404 | 409 | 410 | 422;

interface OperationTexts {
  /** Stable: clients are generated from it. `createList` */
  id: string;
  /** A few words, without a full stop. */
  summary: string;
  /** What else a caller has to know. */
  description?: string;
  /** 200 unless said otherwise. */
  status?: number;
  /** Problem codes in addition to those of every operation, by status. */
  problems?: Partial<Record<ProblemStatus, readonly string[]>>;
  /** A body that is taken in as a file. */
  takesFile?: FileAnswer;
}

/** The answer of an operation: JSON with its schema, a file, or 204 without content. */
export type Description = OperationTexts & { answer: z.ZodType | FileAnswer | null };

/** Says in a compile error how the method and its schema differ. */
type Fits<Method, Answer> = Method extends (...args: never[]) => infer Result
  ? AsJson<Awaited<Result>> extends Answer
    ? unknown
    : { 'the method answers': AsJson<Awaited<Result>>; 'and not': Answer }
  : never;

type Describing<Answer> = <Method>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<Method> & Fits<Method, Answer>,
) => void;

const DESCRIPTION = Symbol('description');

/**
 * Describes an operation of the API, next to the method that implements it. The document at `/api/docs` is
 * made from it, the method must answer what its schema says, and tests hold every answer against it.
 *
 * ```ts
 * @Describes({ id: 'getList', summary: 'Get a list', answer: list })
 * @Get(':id') get(@Id() id: string) { ```
 */
export function Describes<Schema extends z.ZodType>(
  texts: OperationTexts & { answer: Schema },
): Describing<z.output<Schema>>;
export function Describes(texts: OperationTexts & { answer: FileAnswer }): Describing<unknown>;
export function Describes(texts: OperationTexts & { answer: null }): Describing<void>;
export function Describes(description: Description): MethodDecorator {
  const status = description.status ?? (description.answer === null ? 204 : 200);
  const mark = (_target: object, _key: string | symbol, descriptor: PropertyDescriptor) => {
    Reflect.defineMetadata(DESCRIPTION, { ...description, status }, descriptor.value as object);
  };
  return applyDecorators(HttpCode(status), mark);
}

/** What `@Describes` said of a method, or undefined where it stands at none. */
export function descriptionOf(method: object): (Description & { status: number }) | undefined {
  return Reflect.getMetadata(DESCRIPTION, method) as (Description & { status: number }) | undefined;
}
