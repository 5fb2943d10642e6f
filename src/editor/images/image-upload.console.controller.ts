import { Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { actorOf, ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { cleanImage } from './clean-image.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { texts } from '../../common/texts.js';
import { LARGEST_IMAGE } from './image-kind.js';
import { imagePath, ImagesService } from './images.service.js';
import { stepNumberIn } from '../frame/posted-values.js';
import { EditedMeanwhile, QuestionnaireEdits } from '../draft/questionnaire-edits.service.js';
import { changeNode, located } from '../draft/questionnaire-steps.js';
import { isNode, labelOf, nodeAt } from '../draft/questionnaire-tree.js';

/** Takes a picture for one choice of a question. */
@ConsoleController('surveys/:id/editor/images')
export class ImageUploadController {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly images: ImagesService,
  ) {}

  @TakesBody(bodyRules.formWithFile)
  @Post()
  async upload(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fields, bytes, isTooLarge } = await readUpload(request);
    const t = texts('editor', consoleContextOf(reply).locale);
    const at = /^\d+(?:\.\d+)*$/.test(fields['at'] ?? '') ? (fields['at'] ?? '') : '0';
    const back = `/console/surveys/${id}/editor?at=${at}`;
    const refuse = (text: string) => {
      goTo(reply, back, { tone: 'error', text });
    };
    if (isTooLarge) {
      refuse(t.image.large);
      return;
    }
    if (bytes.length === 0) {
      refuse(t.image.missing);
      return;
    }
    const image = cleanImage(bytes);
    if (typeof image === 'string') {
      refuse(t.image[image]);
      return;
    }
    try {
      const placed = { there: false };
      const { languages } = await this.edits.stateOf(id);
      const [main = 'de'] = languages;
      await this.edits.step(id, stepNumberIn(fields), actorOf(request), async (draft, tx) => {
        const found = located(draft, at, fields['was'] ?? '');
        const node = found === null ? null : nodeAt(draft, found);
        if (!node || found === null) return { draft, summary: { code: 'question.change' } };
        const choices = (Array.isArray(node['choices']) ? node['choices'] : []).map((choice: unknown) =>
          isNode(choice) && String(choice['value']) === fields['choice']
            ? { ...choice, imageLink: imagePath(image) }
            : choice,
        );
        placed.there = choices.some((choice) => isNode(choice) && choice['imageLink'] === imagePath(image));
        if (placed.there) await this.images.store(tx, image);
        const changed = changeNode(draft, found, { ...node, choices });
        return { draft: changed.draft, summary: { code: 'question.change', what: labelOf(node, main) } };
      });
      if (!placed.there) {
        refuse(t.image.nowhere);
        return;
      }
    } catch (error) {
      if (error instanceof EditedMeanwhile) refuse(t.conflict.title);
      else throw error;
      return;
    }
    goTo(reply, back, { tone: 'success', text: t.image.done });
  }
}

async function readUpload(request: ConsoleRequest) {
  const fields: Record<string, string> = {};
  let bytes = Buffer.alloc(0);
  let isTooLarge = false;
  const limits = { fileSize: 8 * LARGEST_IMAGE, files: 1, fields: 10 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      bytes = Buffer.from(await part.toBuffer());
      isTooLarge = bytes.length > LARGEST_IMAGE;
    } else fields[part.fieldname] = String(part.value);
  }
  return { fields, bytes, isTooLarge };
}
