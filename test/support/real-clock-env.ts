/** This process's environment without faketime, for programs that hang where it is loaded into them. */
export function realClockEnv(): Record<string, string> {
  const { LD_PRELOAD: _, ...env } = process.env;
  return env as Record<string, string>;
}
