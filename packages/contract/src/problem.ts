import { z } from 'zod';

/** One fault of a request; `field` is a path such as `body.answers.reason`, or `''` where it concerns the whole. */
export const Issue = z.object({ field: z.string(), code: z.string(), message: z.string() }).meta({ id: 'Issue' });
export type Issue = z.infer<typeof Issue>;

/** RFC 9457 problem details with every issue at once. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    /** The number to quote when asking for help. */
    instance: z.string(),
    issues: z.array(Issue),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
