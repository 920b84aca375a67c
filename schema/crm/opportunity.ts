import {
  daysBetweenInstants,
  opportunityLifecycle,
  probability,
  queries,
  weightedAmount,
} from '../../modules/crm/index.js';
import { decimal as exact, parseInstant } from '../../modules/kernel/index.js';
import type { RawKeys, ReaderScope } from '../../prisma/reader/index.js';
import { Actor } from '../auth/actor.js';
import {
  choice,
  choices,
  date,
  decimal,
  instant,
  integer,
  money,
  quantity,
  text,
} from '../columns.js';
import { archivable, codeColumn, documented, versioned } from '../common.js';
import { computed, edge, noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { Money } from '../values.js';
import { Contact, Customer } from './customer.js';

export const OpportunityStage = noun('OpportunityStage', {
  description: 'A step on the way to a decision of the customer. Belongs to the group.',
  permission: 'crm.opportunityStage.read',
  company: null,
  lookups: { code: true },
  columns: {
    ...versioned,
    ...archivable,
    code: codeColumn('stage'),
    name: text('The name of the stage.'),
    position: integer('Its place on the way, from 1.'),
    probabilityPercent: decimal('How likely an opportunity in it is won, in percent.'),
  },
});

export const OpportunityStatus = choices('OpportunityStatus', 'What became of an opportunity.', {
  OPEN: 'It is on its way through the stages.',
  WON: 'The customer ordered.',
  LOST: 'It was given up.',
});

export const Opportunity = noun('Opportunity', {
  description: 'What a customer may order.',
  permission: 'crm.opportunity.read',
  company: 'companyId',
  extensible: 'crm.opportunity.change',
  lookups: { number: true },
  document: { lifecycle: opportunityLifecycle },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    name: text('What it is about.'),
    status: choice(OpportunityStatus, 'What became of it.'),
    stageEnteredAt: instant('Since when it is in its stage.'),
    currency: text('The ISO 4217 code of the currency it is reckoned in.'),
    amount: money('What it is worth: the sum of its lines, or an estimate.', 'currency'),
    probabilityPercent: decimal('What was said of its chance; null means what its stage says.', {
      isNullable: true,
    }),
    expectedCloseOn: date('When the customer is expected to decide.', { isNullable: true }),
    source: text('Where it came from.', { isNullable: true }),
    description: text('What more is to be said of it.', { isNullable: true }),
    lostReason: text('Why it was lost.', { isNullable: true }),
    competitor: text('Who won it instead.', { isNullable: true }),
    closedOn: date('When it was won or lost.', { isNullable: true }),
  },
});

export const OpportunityLine = noun('OpportunityLine', {
  description: 'What is wanted of an opportunity: so much of an item, or something else.',
  permission: 'crm.opportunity.read',
  company: 'companyId',
  extensible: 'crm.opportunity.change',
  columns: {
    position: integer('Its place in the opportunity, from 1.'),
    description: text('What is wanted.'),
    quantity: quantity('How much is wanted.', 'unit'),
    unitPrice: money('What one unit may cost.', 'currency'),
    netAmount: money('What the line may cost before tax.', 'currency'),
    requestedOn: date('When the customer wants it.', { isNullable: true }),
    createdAt: instant('When it was entered.'),
  },
});

export const StageOutcome = choices('StageOutcome', 'How an opportunity was closed in a stage.', {
  WON: 'It was won.',
  LOST: 'It was lost.',
});

export const OpportunityStageChange = noun('OpportunityStageChange', {
  description: 'That an opportunity was in a stage, from when to when.',
  permission: 'crm.opportunity.read',
  company: 'companyId',
  columns: {
    enteredAt: instant('When it entered the stage.'),
    leftAt: instant('When it left it; null while it is there.', { isNullable: true }),
    outcome: choice(StageOutcome, 'How it was closed there; null when it moved on.', {
      isNullable: true,
    }),
  },
});

/** Instants come from the store in UTC, as `2026-11-24 10:00:00.123+00`. */
const instantOf = (raw: unknown): Date => {
  const told = String(raw);
  return parseInstant(`${told.slice(0, 10)}T${told.slice(11).replace(/\+00$/, 'Z')}`);
};

computed(OpportunityStageChange, 'days', {
  description: 'For how many days it was there, up to now while it is; to hundredths.',
  type: 'Decimal',
  needs: ['enteredAt', 'leftAt'],
  load: (rows, _args, reader) =>
    Promise.resolve(
      rows.map(({ enteredAt, leftAt }) =>
        daysBetweenInstants(instantOf(enteredAt), leftAt === null ? reader.now : instantOf(leftAt)),
      ),
    ),
});

computed(Opportunity, 'daysInStage', {
  description: 'For how many days it is in its stage; null once it is closed. To hundredths.',
  type: 'Decimal',
  needs: ['status', 'stageEnteredAt'],
  load: (rows, _args, reader) =>
    Promise.resolve(
      rows.map(({ status, stageEnteredAt }) =>
        status === 'OPEN' ? daysBetweenInstants(instantOf(stageEnteredAt), reader.now) : null,
      ),
    ),
});

/** The reader's statements in the form in which the figures of crm take them. */
const readOf =
  ({ query }: Pick<ReaderScope, 'query'>): queries.Read =>
  async (statement) =>
    (await query(statement)).rows;

async function chances(rows: readonly RawKeys[], reader: ReaderScope) {
  const percents = await queries.stagePercents(
    readOf(reader),
    rows.map(({ stageId }) => String(stageId)),
  );
  return rows.map(({ status, stageId, probabilityPercent }) =>
    probability({
      status: String(status),
      probabilityPercent: probabilityPercent === null ? null : exact(String(probabilityPercent)),
      stagePercent: exact(percents.get(String(stageId)) ?? '0'),
    }),
  );
}

computed(Opportunity, 'chancePercent', {
  description: 'How likely it is won: what was said, else what its stage says; sure once closed.',
  permission: 'crm.opportunityStage.read',
  type: 'Decimal',
  needs: ['status', 'stageId', 'probabilityPercent'],
  load: (rows, _args, reader) => chances(rows, reader),
});

computed(Opportunity, 'weightedAmount', {
  description: 'What it is worth times its chance.',
  permission: 'crm.opportunityStage.read',
  type: Money,
  needs: ['status', 'stageId', 'probabilityPercent', 'amount', 'currency'],
  load: async (rows, _args, reader) => {
    const percents = await chances(rows, reader);
    return rows.map((row, index) => {
      const currency = String(row.currency);
      const amount = weightedAmount(exact(String(row.amount)), percents[index]!, currency);
      return { amount: amount.toFixed(), currency };
    });
  },
});

edge(Opportunity, 'company', { to: Company, by: 'companyId', description: 'Who would sell.' });
edge(Company, 'opportunities', {
  to: Opportunity,
  many: true,
  by: 'companyId',
  description: 'What it may sell.',
});
edge(Opportunity, 'customer', { to: Customer, by: 'customerId', description: 'Who may buy.' });
edge(Customer, 'opportunities', {
  to: Opportunity,
  many: true,
  by: 'customerId',
  description: 'What it may order.',
});
edge(Opportunity, 'contact', { to: Contact, by: 'contactId', description: 'Whom to talk to.' });
edge(Contact, 'opportunities', {
  to: Opportunity,
  many: true,
  by: 'contactId',
  description: 'What is talked about with the person.',
});
edge(Opportunity, 'owner', { to: Actor, by: 'ownerId', description: 'Who pursues it.' });
edge(Actor, 'opportunities', {
  to: Opportunity,
  many: true,
  by: 'ownerId',
  description: 'What the actor pursues.',
});
edge(Opportunity, 'stage', {
  to: OpportunityStage,
  by: 'stageId',
  description: 'How far it has come, or had when it was closed.',
});
edge(OpportunityStage, 'opportunities', {
  to: Opportunity,
  many: true,
  by: 'stageId',
  description: 'What is in the stage, or was when it was closed.',
});
edge(Opportunity, 'lines', {
  to: OpportunityLine,
  many: true,
  by: 'opportunityId',
  description: 'What is wanted.',
});
edge(OpportunityLine, 'opportunity', {
  to: Opportunity,
  by: 'opportunityId',
  description: 'The opportunity it belongs to.',
});
edge(Opportunity, 'stageChanges', {
  to: OpportunityStageChange,
  many: true,
  by: 'opportunityId',
  description: 'The stages it was in.',
});
edge(OpportunityStageChange, 'opportunity', {
  to: Opportunity,
  by: 'opportunityId',
  description: 'What was in the stage.',
});
edge(OpportunityStageChange, 'stage', {
  to: OpportunityStage,
  by: 'stageId',
  description: 'The stage.',
});
edge(OpportunityStageChange, 'actor', {
  to: Actor,
  by: 'actorId',
  description: 'Who moved it there.',
});
