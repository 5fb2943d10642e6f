import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { z } from 'zod';
import { apiControllers } from '../api-controller.js';
import { type Description, descriptionOf } from './describes.js';
import { ZodPipe } from '../bodies/zod-body.js';

/** One operation of the API, as its decorators say it. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/api/v1/lists/{id}`. */
  path: string;
  tag: string;
  description: Description & { status: number };
  body: z.ZodObject | null;
  query: z.ZodObject | null;
}

interface RouteArgument {
  pipes: readonly unknown[];
}

/**
 * All operations of the controllers that have been imported, by path.
 *
 * @throws Error for a method without `@Describes`
 */
export function apiOperations(controllers: ReadonlyMap<Type, string> = apiControllers): Operation[] {
  return [...controllers]
    .flatMap(([controller, tag]) => operationsOf(controller, tag))
    .sort((one, other) => (one.path + one.method < other.path + other.method ? -1 : 1));
}

function operationsOf(controller: Type, tag: string): Operation[] {
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const handlers = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(handlers).flatMap((name) => {
    const handler = name === 'constructor' ? undefined : handlers[name];
    const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || method === undefined) return [];

    const description = descriptionOf(handler);
    if (!description) throw new Error(`${controller.name}.${name} has no @Describes`);
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string;
    return [
      {
        method: RequestMethod[method].toLowerCase() as Operation['method'],
        path: openApiPath(base, path),
        tag,
        description,
        body: schemaOf(controller, name, RouteParamtypes.BODY),
        query: schemaOf(controller, name, RouteParamtypes.QUERY),
      },
    ];
  });
}

function openApiPath(...parts: string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.map((part) => part.replace(/^:(.+)$/, '{$1}')).join('/')}`;
}

/** The schema that the pipe of a body or query checks. */
function schemaOf(controller: Type, name: string, kind: RouteParamtypes): z.ZodObject | null {
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    RouteArgument
  >;
  const pipes = Object.entries(all).flatMap(([key, { pipes }]) => (key.startsWith(`${kind}:`) ? pipes : []));
  return pipes.find((pipe) => pipe instanceof ZodPipe)?.named ?? null;
}
