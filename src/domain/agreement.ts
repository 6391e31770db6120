/**
 * The agreement of a pair (quy chế phối hợp) as a document: "05-QC/UBKTTU", its day 'YYYY-MM-DD', and who issued it in words; without
 * `issuers` it is both committees.
 */
export type Agreement = { symbol: string; day: string; issuers?: string };

/** The columns of a pair that hold it; undefined where they are empty. */
export function agreementIn(pair: {
  agreementSymbol: string | null;
  agreementDay: string | null;
  agreementIssuers: string | null;
}): Agreement | undefined {
  const { agreementSymbol: symbol, agreementDay: day, agreementIssuers: issuers } = pair;
  if (symbol === null || day === null) return undefined;
  return { symbol, day, ...(issuers === null ? {} : { issuers }) };
}
