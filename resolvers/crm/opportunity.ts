import { opportunities, opportunityStages } from '../../modules/crm/index.js';
import { soldItems } from '../../modules/sales/index.js';
import { Actor } from '../../schema/auth/actor.js';
import { builder } from '../../schema/builder.js';
import { Contact, Customer } from '../../schema/crm/customer.js';
import {
  Opportunity,
  OpportunityLine,
  OpportunityStage,
  OpportunityStageChange,
} from '../../schema/crm/opportunity.js';
import { Item } from '../../schema/inventory/item.js';
import { Company } from '../../schema/platform/company.js';
import { idOf, idsOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { customFieldsInput } from '../custom-fields.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(OpportunityStage, { one: 'opportunityStage', many: 'opportunityStages' });
reads(Opportunity, { one: 'opportunity', many: 'opportunities' });
list(OpportunityLine, 'opportunityLines', 'What is wanted of all opportunities.');
list(OpportunityStageChange, 'opportunityStageChanges', 'The stages that opportunities were in.');

const theStage = (t: InputFields) => ({
  id: idOf(t, OpportunityStage, { required: true, description: 'The stage.' }),
  expectedVersion: versionInput(t),
});

const probabilityField = (t: InputFields) =>
  t.field({ type: 'Decimal', description: 'How likely it is won from there: 0 to 100.' });

mutation('opportunityStageCreate', {
  description: 'Adds a stage to the way that opportunities go.',
  permission: 'crm.opportunityStage.create',
  input: (t) => ({
    code: t.string({ required: true, description: 'The code, unique.' }),
    name: t.string({ required: true, description: 'The name of the stage.' }),
    position: t.int({ required: true, description: 'Its place on the way, from 1.' }),
    probabilityPercent: probabilityField(t),
  }),
  answers: { opportunityStage: OpportunityStage },
  run: async (tx, input) => ({
    opportunityStage: await opportunityStages.create(tx, notCleared(input, 'probabilityPercent')),
  }),
});

mutation('opportunityStageChange', {
  description: 'Changes a stage for every opportunity in it. Absent keeps.',
  permission: 'crm.opportunityStage.change',
  input: (t) => ({
    ...theStage(t),
    name: t.string({ description: 'The name of the stage.' }),
    position: t.int({ description: 'Its place on the way, from 1.' }),
    probabilityPercent: probabilityField(t),
  }),
  answers: { opportunityStage: OpportunityStage },
  run: async (tx, input) => ({
    opportunityStage: await opportunityStages.change(
      tx,
      notCleared(input, 'name', 'position', 'probabilityPercent'),
    ),
  }),
});

mutation('opportunityStageArchive', {
  description: 'Takes a stage out of use: no opportunity enters it any more.',
  permission: 'crm.opportunityStage.archive',
  input: theStage,
  answers: { opportunityStage: OpportunityStage },
  run: async (tx, input) => ({ opportunityStage: await opportunityStages.archive(tx, input) }),
});

const lineFields = (t: InputFields) => ({
  itemId: idOf(t, Item, { description: 'The item; none for something else.' }),
  description: t.string({ description: "What is wanted: the item's name unless told." }),
  unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
  quantity: t.field({ type: 'Decimal', required: true, description: 'How much, above zero.' }),
  unitPrice: t.field({
    type: 'Decimal',
    required: true,
    description: "What one unit may cost, in the opportunity's currency.",
  }),
  requestedOn: t.field({ type: 'Date', description: 'When the customer wants it.' }),
  customFields: customFieldsInput(t, OpportunityLine),
});

const OpportunityLineInput = builder.inputType('OpportunityLineInput', {
  description: 'What is wanted: so much of an item, or something else.',
  fields: lineFields,
});

const OpportunityLinePutInput = builder.inputType('OpportunityLinePutInput', {
  description: 'A line that replaces the one with its id, or is added when it has none.',
  fields: (t) => ({
    id: idOf(t, OpportunityLine, { description: 'The line that is replaced.' }),
    ...lineFields(t),
  }),
});

const detailFields = (t: InputFields) => ({
  contactId: idOf(t, Contact, { description: 'Whom to talk to.' }),
  ownerId: idOf(t, Actor, { description: 'Who pursues it: the caller unless told.' }),
  amount: t.field({
    type: 'Decimal',
    description: 'What it may be worth; what its lines sum to as soon as there are any.',
  }),
  probabilityPercent: t.field({
    type: 'Decimal',
    description: 'How likely it is won, instead of what its stage says: 0 to 100.',
  }),
  expectedCloseOn: t.field({
    type: 'Date',
    description: 'When the customer is expected to decide.',
  }),
  source: t.string({ description: 'Where it came from.' }),
  description: t.string({ description: 'What more is to be said of it.' }),
  customFields: customFieldsInput(t, Opportunity),
});

/** Where custom fields of an opportunity and its lines go. */
const customFields = {
  noun: Opportunity,
  answer: 'opportunity',
  lines: { field: 'lines', noun: OpportunityLine, by: 'opportunityId' },
} as const;

/** The opportunity that a verb moves, as the caller has read it. */
const theOpportunity = (t: InputFields) => ({
  id: idOf(t, Opportunity, { required: true, description: 'The opportunity.' }),
  expectedVersion: versionInput(t),
});

mutation('opportunityCreate', {
  description: 'Enters an opportunity, in the first stage unless told.',
  permission: 'crm.opportunity.create',
  input: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company that would sell.' }),
    customerId: idOf(t, Customer, { required: true, description: 'Who may buy.' }),
    name: t.string({ required: true, description: 'What it is about.' }),
    currency: t.string({
      description: "The ISO 4217 code of its currency: the customer's unless told.",
    }),
    stageId: idOf(t, OpportunityStage, { description: 'The stage it begins in.' }),
    ...detailFields(t),
    lines: t.field({ type: [OpportunityLineInput], description: 'What is wanted.' }),
  }),
  answers: { opportunity: Opportunity },
  customFields,
  run: async (tx, input) => ({
    opportunity: await opportunities.create(tx, notCleared(input, 'ownerId'), (ids) =>
      soldItems(tx, ids),
    ),
  }),
});

mutation('opportunityChange', {
  description: 'Changes an open opportunity. Absent keeps, null clears; lines go by their ids.',
  permission: 'crm.opportunity.change',
  input: (t) => ({
    ...theOpportunity(t),
    name: t.string({ description: 'What it is about.' }),
    ...detailFields(t),
    lines: t.field({
      type: [OpportunityLinePutInput],
      description: 'Lines that are replaced or added; others stay as they are.',
    }),
    removedLineIds: idsOf(t, OpportunityLine, { description: 'Lines that are taken out.' }),
  }),
  answers: { opportunity: Opportunity },
  customFields,
  run: async (tx, input) => ({
    opportunity: await opportunities.change(tx, notCleared(input, 'name', 'ownerId'), (ids) =>
      soldItems(tx, ids),
    ),
  }),
});

mutation('opportunityMoveStage', {
  description: 'Moves an open opportunity to another stage.',
  permission: 'crm.opportunity.moveStage',
  input: (t) => ({
    ...theOpportunity(t),
    stageId: idOf(t, OpportunityStage, { required: true, description: 'The stage it enters.' }),
  }),
  answers: { opportunity: Opportunity },
  run: async (tx, input) => ({ opportunity: await opportunities.moveStage(tx, input) }),
});

mutation('opportunityWin', {
  description: 'Says that the customer decided for us; accepting a quote says so by itself.',
  permission: 'crm.opportunity.win',
  input: theOpportunity,
  answers: { opportunity: Opportunity },
  run: async (tx, input) => ({ opportunity: await opportunities.win(tx, input) }),
});

mutation('opportunityLose', {
  description: 'Gives an opportunity up.',
  permission: 'crm.opportunity.lose',
  input: (t) => ({
    ...theOpportunity(t),
    reason: t.string({ required: true, description: 'Why; it is kept with it.' }),
    competitor: t.string({ description: 'Who won it instead.' }),
  }),
  answers: { opportunity: Opportunity },
  run: async (tx, input) => ({ opportunity: await opportunities.lose(tx, input) }),
});

mutation('opportunityReopen', {
  description: 'Opens a closed opportunity again, in the stage it was closed in.',
  permission: 'crm.opportunity.reopen',
  input: theOpportunity,
  answers: { opportunity: Opportunity },
  run: async (tx, input) => ({ opportunity: await opportunities.reopen(tx, input) }),
});
