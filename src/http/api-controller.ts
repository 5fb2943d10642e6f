import { applyDecorators, Controller, type Type, UseGuards, UseInterceptors } from '@nestjs/common';
import { ActorInterceptor } from '../audit/actor.interceptor.js';
import { ApiTokenGuard } from './tokens/api-token.guard.js';
import { CallRateGuard } from './tokens/call-rate.guard.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { bodyRules, TakesBody } from './bodies/takes-body.js';

/** Every controller of the API with its tag, once the modules have been imported. */
export const apiControllers = new Map<Type, string>();

/**
 * A controller of `/api/v1`: bearer token required, `Idempotency-Key` honoured on POST, shown at
 * `/api/docs` under its tag. Domain errors may fly: the filter turns them into problem documents.
 *
 * ```ts
 * const newSurvey = z.object({ title: z.string().min(1).max(300) });
 *
 * @ApiController('surveys')
 * export class SurveysController {
 *   constructor(private readonly surveys: SurveysService) {}
 *
 *   @Describes({ id: 'createSurvey', summary: 'Create a survey', status: 201, answer: survey })
 *   @Post()
 *   async create(@ZodBody(newSurvey) body: z.infer<typeof newSurvey>) {
 *     return shapeOf(await this.surveys.create(body));
 *   }
 *
 *   @Get(':id/participants')
 *   list(@Id() id: string, @ZodQuery(pageQuery) page: PageQuery) {
 *     return this.surveys.participants(id, page); // Page<Item>, by pageOf() of common/page
 *   }
 * }
 * ```
 *
 * @param path below `/api/v1/`; empty where a controller serves several, with the tag then given
 */
export function ApiController(path: string, tag = path): ClassDecorator {
  return applyDecorators(
    Controller(path ? `api/v1/${path}` : 'api/v1'),
    UseGuards(ApiTokenGuard, CallRateGuard),
    UseInterceptors(ActorInterceptor, IdempotencyInterceptor),
    TakesBody(bodyRules.json),
    (controller: object) => {
      apiControllers.set(controller as Type, tag);
    },
  );
}
