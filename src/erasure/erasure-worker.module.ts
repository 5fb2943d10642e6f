import { Module } from '@nestjs/common';
import { EmptyListProcessor } from './empty-list.processor.js';
import { ErasureModule } from './erasure.module.js';

/** Erases what staff have asked for; only in processes with the role `worker`. */
@Module({ imports: [ErasureModule], providers: [EmptyListProcessor] })
export class ErasureWorkerModule {}
