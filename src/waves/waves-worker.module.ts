import { Module } from '@nestjs/common';
import { StartWaveProcessor } from './start-wave.processor.js';
import { WavesModule } from './waves.module.js';

/** Starts waves that are due; only in processes with the role `worker`. */
@Module({ imports: [WavesModule], providers: [StartWaveProcessor] })
export class WavesWorkerModule {}
