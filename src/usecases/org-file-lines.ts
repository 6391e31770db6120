import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

/** A place in the file: keys of maps and indexes of lists. */
export type Path = readonly (string | number)[];

/** The line (from 1) of a place; of what holds it where the place itself is missing. */
export type LineOf = (path: Path) => number;

/** Looks places up in a parsed document. */
export function linesOf(document: Document, counter: LineCounter): LineOf {
  return (path) => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      const at = stepInto(follow(node, document), step);
      if (!at) break;
      offset = at.offset ?? offset;
      node = at.node;
    }
    return counter.linePos(offset).line;
  };
}

function follow(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function stepInto(node: unknown, step: string | number): { node: unknown; offset?: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair && { node: pair.value, offset: startOf(pair.key) };
  }
  if (!isSeq(node) || typeof step !== 'number' || step >= node.items.length) return undefined;
  const item = node.items[step];
  return { node: item, offset: startOf(item) };
}

const startOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];
