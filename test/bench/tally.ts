/** The chats that got nothing. */
export const missing = (chatIds: readonly number[], counts: ReadonlyMap<number, number>): number[] =>
  chatIds.filter((id) => !counts.has(id));

/** The chats that got more than one message, and how many too many. */
export const repeated = (counts: ReadonlyMap<number, number>): { chatId: number; extra: number }[] =>
  [...counts].filter(([, count]) => count > 1).map(([chatId, count]) => ({ chatId, extra: count - 1 }));
