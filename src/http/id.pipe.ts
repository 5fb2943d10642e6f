import { Param, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../common/errors.js';

const HIGHEST = 2n ** 63n - 1n;

/** Lets positive 64-bit integers in plain decimal pass; whatever else is in a path names nothing. */
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[1-9]\d{0,18}$/.test(value) || BigInt(value) > HIGHEST) {
      throw new NotFound('resource', value.slice(0, 40));
    }
    return value;
  }
}

/** The id in a route's path: `@Id() id: string`. 404 for what cannot be one. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, new IdPipe());
