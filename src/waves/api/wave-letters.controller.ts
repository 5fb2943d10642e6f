import { Patch } from '@nestjs/common';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { Id } from '../../http/id.pipe.js';
import { ZodBody } from '../../http/bodies/zod-body.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { type LetterChange, letterChange } from '../../letters/wave-letter.schema.js';
import { rewrittenLetter } from './wave-answer.schema.js';
import { WaveLetters } from '../wave-letters.service.js';

@TakesBody(bodyRules.longJson)
@ApiController('', 'waves')
export class WaveLettersController {
  constructor(private readonly letters: WaveLetters) {}

  /** Rewrites the letter of a wave that is not over; `mails` says how many it comes in time for. */
  @Describes({
    id: 'rewriteLetter',
    summary: 'Rewrite the letter of a wave',
    description:
      "What is not named stays; null takes the template's text again. Whatever is not yet handed over carries the new words.",
    answer: rewrittenLetter,
    problems: { 409: ['wave.wrong_state'] },
  })
  @Patch('waves/:id/letter')
  async change(@Id() id: string, @ZodBody(letterChange) change: LetterChange) {
    const { wave, reach } = await this.letters.changeLetter(id, change);
    return { id, state: wave.state, words: wave.words, mails: reach };
  }
}
