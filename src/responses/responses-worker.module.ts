import { Module } from '@nestjs/common';
import { EmptyListProcessor } from './empty-list.processor.js';
import { ResponsesModule } from './responses.module.js';

/** Erases what staff have asked for; only in processes with the role `worker`. */
@Module({ imports: [ResponsesModule], providers: [EmptyListProcessor] })
export class ResponsesWorkerModule {}
