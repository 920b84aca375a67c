import { InvalidInput } from '../../modules/kernel/index.js';
import { costing } from '../../modules/manufacturing/index.js';
import { sameAsOf } from '../../schema/common.js';
import { Item } from '../../schema/inventory/item.js';
import { Company } from '../../schema/platform/company.js';
import { idOf, idsOf } from '../inputs.js';
import { mutation } from '../mutation.js';

const dayText = 'The day of BOMs and rates: today unless told.';

/** The day by its name, or by the one that it had before. */
function dayOf({ asOf, on }: { asOf?: string | null; on?: string | null }) {
  if (asOf != null && on != null)
    throw new InvalidInput('DAY_TOLD_TWICE', 'The day is told once, by asOf.').at('on');
  return asOf ?? on;
}

mutation('costRollUp', {
  description:
    'Rolls the costs of products up and makes them standard costs; with validateOnly a what-if.',
  permission: 'manufacturing.cost.rollUp',
  needsKey: true,
  input: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company that makes them.' }),
    asOf: t.field({ type: 'Date', description: dayText }),
    on: t.field({ type: 'Date', description: dayText, deprecationReason: sameAsOf }),
    itemIds: idsOf(t, Item, { description: "The products: all of the company's unless told." }),
    lotSize: t.field({
      type: 'Decimal',
      description: 'Set-up and fixed quantities are spread over so many: 1 unless told.',
    }),
  }),
  answers: { company: Company },
  once: {
    written: 'How many products have a standard cost by it.',
    skipped: 'How many were left as they were: archived, or with parts of no known cost.',
  },
  run: async (tx, input) => {
    const rolled = await costing.rollUpCosts(tx, { ...input, on: dayOf(input) });
    const written = rolled.filter(({ isWritten }) => isWritten).length;
    const once = { written: String(written), skipped: String(rolled.length - written) };
    return { company: { id: input.companyId }, once };
  },
});
