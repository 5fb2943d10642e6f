import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by a fifth beyond what is alive before it is cleared, instead of V8's up to four times:
 * a process that sends a million mails then holds no more memory than one that sends ten thousand. To be
 * called before there is anything to do.
 */
export function keepMemoryFlat(): void {
  setFlagsFromString('--heap-growing-percent=20');
}
