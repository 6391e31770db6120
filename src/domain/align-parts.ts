/** Which part stands in each slot, by its index; and the indices of parts that no slot takes. */
export type Aligned = { at: (number | undefined)[]; left: number[] };

/** More parts than any line has: the rest is left. */
const MOST_PARTS = 20;
/** Weighs more than all displacements together. */
const MATCH = 1000;

/**
 * Puts the parts of a line into the slots of a command, both in their order: as many as possible where they can be read, else nearest to their
 * own place. A part that no slot reads goes to the open slot at its place, which says what is wrong with it; what is over is left. So one
 * part too many moves none of the others. An empty part holds a place.
 */
export function alignParts(parts: readonly string[], slots: readonly ((part: string) => boolean)[]): Aligned {
  const seen = parts.slice(0, MOST_PARTS);
  const at = matched(seen, slots);
  const free = new Set(parts.keys());
  for (const part of at) if (part !== undefined) free.delete(part);
  for (const [part, slot] of unread(seen.length, at)) {
    at[slot] = part;
    free.delete(part);
  }
  return { at, left: [...free].filter((part) => parts[part] !== '') };
}

/** The best of all ways to match parts with slots that read them. */
function matched(parts: readonly string[], slots: readonly ((part: string) => boolean)[]): Aligned['at'] {
  type Best = { worth: number; at: Aligned['at'] };
  const none: Best = { worth: 0, at: slots.map(() => undefined) };
  let next: Best[] = slots.map(() => none).concat(none);
  for (let part = parts.length - 1; part >= 0; part--) {
    const row: Best[] = [];
    row[slots.length] = none;
    for (let slot = slots.length - 1; slot >= 0; slot--) {
      const skipped = row[slot + 1]!.worth > next[slot]!.worth ? row[slot + 1]! : next[slot]!;
      const after = next[slot + 1]!;
      const worth = after.worth + MATCH - Math.abs(part - slot);
      const isRead = parts[part] !== '' && slots[slot]!(parts[part]!);
      row[slot] = isRead && worth >= skipped.worth ? { worth, at: after.at.with(slot, part) } : skipped;
    }
    next = row;
  }
  return [...next[0]!.at];
}

/** Between two matched slots: the parts and the open slots there, in pairs. */
function unread(count: number, at: Aligned['at']): [part: number, slot: number][] {
  const pairs: [number, number][] = [];
  let part = 0;
  let open: number[] = [];
  const close = (until: number) => {
    for (const slot of open) if (part < until) pairs.push([part++, slot]);
    part = until + 1;
    open = [];
  };
  for (const [slot, taken] of at.entries()) {
    if (taken === undefined) open.push(slot);
    else close(taken);
  }
  close(count);
  return pairs;
}
