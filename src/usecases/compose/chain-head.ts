import { mayDo } from '../../domain/permission.ts';
import { headMessage } from '../chain/head-message.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { Composed } from './index.ts';
import { isEditOfUnsent } from './is-edit-of-unsent.ts';
import { type Loaded, sideOfReader } from './load-spoken-of.ts';

/** A head of the chain, as it stands when the message goes out: who has confirmed it by then. */
export function composeChainHead(loaded: Loaded, row: Claimed<'chain-head'>): Composed {
  const head = loaded.heads.get(row.ref.headId);
  const reader = head && sideOfReader(loaded, row.personId, head.pairId);
  if (!head || !reader || !mayDo(reader, 'chain.read')) return { skip: 'gone' };
  if (isEditOfUnsent(row)) return { skip: 'the message was not sent' };
  return { message: headMessage(head, reader) };
}
