/** Asks anew only when the last question is `forMs` old; whoever asks meanwhile gets its answer, or its failure. */
export function keepAnswer<T>(
  ask: () => Promise<T>,
  forMs: number,
  now: () => number = () => performance.now(),
): () => Promise<T> {
  let kept: { answer: Promise<T>; until: number } | undefined;
  return () => {
    if (!kept || now() >= kept.until) kept = { answer: ask(), until: now() + forMs };
    return kept.answer;
  };
}
