import type { Caller } from './graph.js';
import { asking } from './asking.js';

/** A voucher with its number and its lines, in the order of its positions. */
export interface Voucher {
  readonly id: string;
  readonly status: string;
  readonly voucherWord: string | null;
  readonly number: string | null;
  readonly postedOn: string | null;
  readonly reversalOf: { readonly id: string } | null;
  readonly entries: {
    readonly nodes: readonly {
      readonly side: string;
      readonly baseAmount: { readonly amount: string };
      readonly account: { readonly code: string };
    }[];
  };
}

const VOUCHER = `id status voucherWord number postedOn reversalOf { id }
  entries(orderBy: [{ position: { direction: ASC } }]) { nodes {
    side baseAmount { amount } account { code } } }`;

/** The lines of a voucher as one writes them: account, side and amount. */
export const linesOf = ({ entries }: Voucher): string[] =>
  entries.nodes.map(({ account, side, baseAmount }) =>
    [account.code, side, baseAmount.amount].join(' '),
  );

/** Keeps vouchers by hand: one caller makes and posts them, another checks them. */
export function voucherDesk(maker: Caller, checker: Caller, companyId: string) {
  const own = asking(maker);
  const step = async (caller: Caller, verb: string, input: object, noun = 'journalEntry') => {
    const desk = caller === maker ? own : asking(caller);
    const answer = await desk.run<Record<string, Voucher>>(
      `journalEntry${verb}`,
      input,
      `${noun} { ${VOUCHER} }`,
    );
    return answer[noun]!;
  };
  async function accounts(): Promise<Map<string, string>> {
    const { accounts: found } = await own.ask<{
      accounts: { nodes: { id: string; code: string }[] };
    }>(
      `query ($company: ID!) { accounts(
        where: { company: { id: { eq: $company } } }, first: 250) { nodes { id code } } }`,
      { company: companyId },
    );
    return new Map(found.nodes.map(({ id, code }) => [code, id]));
  }
  return {
    /** A draft that debits one account and credits another, by their codes. */
    async drafted(debit: string, credit: string, amount: string, documentOn: string) {
      const ids = await accounts();
      const lines = [
        { accountId: ids.get(debit), side: 'DEBIT', amount },
        { accountId: ids.get(credit), side: 'CREDIT', amount },
      ];
      const input = { companyId, documentOn, description: 'By hand', lines };
      return step(maker, 'Create', input);
    },
    check: (id: string) => step(checker, 'Check', { id }),
    post: (id: string) => step(maker, 'Post', { id }),
    /** Answers the red letters. */
    reverse: (id: string, reason: string) => step(maker, 'Reverse', { id, reason }, 'reversal'),
    /** What is refused of a voucher's maker, who may not check it. */
    async refusedOfMaker(id: string): Promise<unknown> {
      const { data } = await maker.ask(
        `mutation ($id: ID!) { journalEntryCheck(input: { id: $id }) { userErrors { code } } }`,
        { id },
      );
      return data!.journalEntryCheck;
    },
    /** All vouchers that have a number, in the order in which they were posted. */
    async vouchers(): Promise<Voucher[]> {
      const { journalEntries } = await own.ask<{ journalEntries: { nodes: Voucher[] } }>(
        `query ($company: ID!) { journalEntries(
          where: { company: { id: { eq: $company } }, number: { isNull: false } }
          orderBy: [{ id: { direction: ASC } }], first: 100) { nodes { ${VOUCHER} } } }`,
        { company: companyId },
      );
      return journalEntries.nodes;
    },
  };
}
