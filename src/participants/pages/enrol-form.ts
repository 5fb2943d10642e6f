import { z } from 'zod';
import type { EnrolmentInput } from '../enrolment/enrolments.service.js';

/** What is in the form by which people are taken into a survey. */
export interface EnrolForm {
  /** `list` or `list:segment`, by their ids. */
  source: string;
  follow: boolean;
}

const posted = z.object({
  source: z
    .string()
    .regex(/^[1-9]\d{0,17}(:[1-9]\d{0,17})?$/)
    .optional()
    .catch(undefined),
  follow: z.string().optional().catch(undefined),
});

/** The form as it was sent; null where nothing was chosen. */
export function readEnrolForm(fields: unknown): EnrolForm | null {
  const { source, follow } = posted.parse(fields ?? {});
  return source === undefined ? null : { source, follow: follow !== undefined };
}

/** A box left empty asks for nothing; it does not end what an earlier enrolment follows. */
export function enrolmentInputOf({ source, follow }: EnrolForm): EnrolmentInput {
  const [listId = '', segmentId] = source.split(':');
  return { listId, segmentId, follow: follow ? true : undefined };
}
