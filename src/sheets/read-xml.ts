import sax from 'sax';
import { TableRefused, unreadable } from './read-limits.ts';

/** Names without their prefixes; `attributes` by such names too. */
export type XmlElement = { name: string; attributes: ReadonlyMap<string, string> };

/** What a part is read with. `within`: the names of the elements around it, the nearest last. */
export type XmlHandlers = {
  open?(element: XmlElement, within: readonly string[]): void;
  close?(name: string, within: readonly string[]): void;
  text?(text: string, within: readonly string[]): void;
};

/** No part of a workbook is nested deeper, and no element has more attributes. */
const DEPTH = 64;
const ATTRIBUTES = 200;

/** Reads XML piece by piece, with memory for its depth only; throws TableRefused for what is no XML, or defines entities. */
export function openXml(handlers: XmlHandlers): { write(text: string): void; end(): void } {
  const within: string[] = [];
  const parser = sax.parser(true, { position: false });
  let attributes = new Map<string, string>();
  parser.onerror = () => {
    throw new TableRefused({ fault: 'broken' });
  };
  parser.ondoctype = () => {
    throw unreadable();
  };
  parser.onattribute = ({ name, value }) => {
    if (attributes.size >= ATTRIBUTES) throw unreadable();
    attributes.set(localOf(name), value);
  };
  parser.onopentag = ({ name: full }) => {
    if (within.length >= DEPTH) throw unreadable();
    const name = localOf(full);
    handlers.open?.({ name, attributes }, within);
    within.push(name);
    attributes = new Map();
  };
  parser.onclosetag = () => {
    const name = within.pop()!;
    handlers.close?.(name, within);
  };
  parser.ontext = (text) => handlers.text?.(text, within);
  parser.oncdata = (text) => handlers.text?.(text, within);
  return { write: (text) => void parser.write(text), end: () => void parser.close() };
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
