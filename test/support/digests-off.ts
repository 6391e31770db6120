import type { Tx } from '../../db/client.ts';
import { digestSetting } from '../../db/schema/index.ts';
import { DIGEST_KINDS } from '../../src/domain/digest.ts';

/** These people want no digest of any kind. */
export async function turnDigestsOff(tx: Tx, people: number[]): Promise<void> {
  await tx
    .insert(digestSetting)
    .values(people.flatMap((personId) => DIGEST_KINDS.map((kind) => ({ personId, kind, isOn: false }))));
}
