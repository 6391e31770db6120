import { z } from 'zod';

const id = z.union([
  z.number(),
  z
    .string()
    .max(64)
    .regex(/^[\w.:@+-]*$/),
]);

/** What a job may carry: the queue keeps it in clear text, so numbers and short words without spaces, never what people wrote. */
export const jobData = z.record(z.string().max(32), z.union([id, z.array(id).max(500)]));

export type JobData = z.infer<typeof jobData>;

/** One kind of background work. `run` reloads by id, looks again whether it is due, and acts once: it may be called twice. */
export interface Job<Data extends JobData = JobData, Deps = unknown> {
  name: string;
  schema: z.ZodType<Data>;
  concurrency: number;
  attempts: number;
  run(data: Data, deps: Deps): Promise<void>;
}

type JobOptions<Data extends JobData, Deps> = Pick<Job<Data, Deps>, 'name' | 'schema' | 'run'> &
  Partial<Pick<Job, 'concurrency' | 'attempts'>>;

/** Defines a job; by default one at a time in each process, three attempts. Throws on a name that a queue cannot take. */
export function defineJob<Data extends JobData, Deps>(options: JobOptions<Data, Deps>): Job<Data, Deps> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(options.name)) {
    throw new Error(
      `A job is named in lower case with hyphens, like send-message: ${JSON.stringify(options.name)}`,
    );
  }
  return { concurrency: 1, attempts: 3, ...options };
}

/** The data as the job's schema gives it back, or why it cannot be carried: paths and codes, never the values. */
export function parseJobData<Data extends JobData>(
  job: Job<Data>,
  data: unknown,
): { data: Data } | { refused: string[] } {
  const bySchema = job.schema.safeParse(data);
  if (!bySchema.success) return { refused: reasons(bySchema.error) };
  const asIds = jobData.safeParse(bySchema.data);
  return asIds.success ? { data: bySchema.data } : { refused: reasons(asIds.error) };
}

function reasons(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.code}`);
}
