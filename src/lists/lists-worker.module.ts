import { Module } from '@nestjs/common';
import { ImportListProcessor } from './imports/import-list.processor.js';
import { ListsModule } from './lists.module.js';

/** Works off what arrives for lists; only in processes with the role `worker`. */
@Module({ imports: [ListsModule], providers: [ImportListProcessor] })
export class ListsWorkerModule {}
