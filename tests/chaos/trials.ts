import type { Quiet } from './quiet.js';

/** What is tried of each kind of verb, on what the quiet company has. */
export function trialsOf(quiet: Quiet): Readonly<Record<string, object>> {
  return { ...selling(quiet), ...making(quiet), ...stocking(quiet), ...buying(quiet) };
}

const today = (): string => new Date().toISOString().slice(0, 10);

function selling(quiet: Quiet): Record<string, object> {
  const { companyId, warehouseId, customerIds, productIds } = quiet;
  const customerId = customerIds[0]!;
  const lines = [{ itemId: productIds[1]!, quantity: '3', unitPrice: '500' }];
  const sale = { companyId, warehouseId, customerId, lines };
  const { draftQuoteId, sentQuoteId, draftOrderId, openOrderId, madeOrderId, paidOrderId } = quiet;
  const reason = 'Tried';
  return {
    opportunityCreate: { companyId, customerId, name: 'Trial', amount: '10', currency: 'USD' },
    opportunityWin: { id: quiet.opportunityId },
    opportunityLose: { id: quiet.opportunityId, reason },
    activityCreate: { nodeId: quiet.opportunityId, kind: 'CALL', subject: 'Trial' },
    customerUpsert: { code: 'TRIAL-C', name: 'Trial', currency: 'USD' },
    customersBulk: { rows: [{ code: 'TRIAL-C', name: 'Trial', currency: 'USD' }] },
    customerTermsSet: { companyId, customerId, creditLimit: '5' },
    priceListCreate: { companyId, code: 'TRIAL', name: 'Trial', currency: 'USD' },
    quoteCreate: { ...sale, send: true },
    quoteChange: { id: draftQuoteId, customerReference: 'Trial' },
    quoteSubmit: { id: draftQuoteId },
    quoteAccept: { id: sentQuoteId, confirm: true, makeWorkOrders: { release: true } },
    quoteLose: { id: sentQuoteId, reason },
    quoteRevise: { id: sentQuoteId },
    salesOrderCreate: { ...sale, confirm: { makeWorkOrders: { release: true } } },
    salesOrdersBulk: { rows: [sale, sale] },
    salesOrderChange: { id: draftOrderId, customerReference: 'Trial' },
    salesOrderConfirm: { id: draftOrderId },
    salesOrderMakeWorkOrders: { id: madeOrderId },
    salesOrderHold: { id: openOrderId, reason },
    salesOrderCancel: { id: draftOrderId, reason },
    salesOrderChangeRequest: { salesOrderId: openOrderId, reason, added: lines, apply: true },
    deliveryCreate: { salesOrderId: madeOrderId, ship: true },
    salesInvoiceCreate: { salesOrderId: quiet.deliveredOrderId, post: true },
    salesReturnCreate: { salesOrderId: paidOrderId, reason, receive: true },
    creditNoteCreate: { salesInvoiceId: quiet.invoiceId, reason, post: true },
    paymentReceive: payment(quiet),
    paymentCreate: payment(quiet),
    salesSettingsSet: { companyId, minMarginPercent: '7' },
    taxCodeCreate: { companyId, code: 'TRIAL', name: 'Trial', ratePercent: '7' },
  };
}

const payment = ({ companyId, customerIds }: Quiet) => {
  return {
    companyId,
    customerId: customerIds[0]!,
    amount: '7',
    currency: 'USD',
    documentOn: today(),
  };
};

function making(quiet: Quiet): Record<string, object> {
  const { companyId, warehouseId, productIds, workOrderIds, jobCardId, workCenterId } = quiet;
  const itemId = productIds[2]!;
  const demand = { companyId, warehouseId, itemId, quantity: '4', dueOn: today() };
  const id = workOrderIds[0]!;
  const lines = workOrderIds.map((one) => ({ id: one }));
  const revision = 'TRIAL';
  const component = { itemId: quiet.partId, quantity: '1' };
  const operation = { name: 'Trial', workCenterId, runMinutes: '3' };
  return {
    workOrderCreate: demand,
    workOrdersPlan: { demands: [demand, demand] },
    workOrderIssueMaterials: { id: workOrderIds[1] ?? id },
    workOrdersComplete: { lines, issue: true, reportTime: true, close: true },
    workOrderCancel: { id, reason: 'Tried', withChildren: true },
    jobCardStart: { id: jobCardId },
    jobCardReport: { id: jobCardId, good: '1', runMinutes: '3' },
    bomCreate: { companyId, itemId, revision, lines: [component] },
    bomsBulk: { rows: [{ companyId, itemId, revision, lines: [component] }] },
    routingCreate: { companyId, itemId, revision, operations: [operation] },
    routingsBulk: { rows: [{ companyId, itemId, revision, operations: [operation] }] },
    workCenterCreate: { companyId, code: 'TRIAL', name: 'Trial' },
    workCenterChange: { id: workCenterId, name: 'Trial' },
    workCenterRateSet: { workCenterId, validFrom: '2021-01-01', labourRate: '99' },
    costRollUp: { companyId },
  };
}

function stocking(quiet: Quiet): Record<string, object> {
  const { companyId, warehouseId, partId: itemId, binId, accountIds, periodId } = quiet;
  const item = { code: 'TRIAL-I', name: 'Trial', unit: 'C62', isStocked: true };
  const opened = { companyId, warehouseId, itemId, quantity: '9', unitCost: '3' };
  const entry = (side: string, at: number) => ({ accountId: accountIds[at], amount: '5', side });
  return {
    itemUpsert: item,
    itemsBulk: { rows: [item] },
    itemSettingsSet: { companyId, itemId, standardCost: '8' },
    stockOpeningBulk: { rows: [opened, opened] },
    stockCountCreate: { warehouseId, post: true, lines: [{ itemId, binId, counted: '5000' }] },
    stockTransferCreate: {
      fromWarehouseId: warehouseId,
      lines: [{ itemId, quantity: '2', toStatus: 'BLOCKED' }],
      post: true,
    },
    binCreate: { warehouseId, code: 'TRIAL' },
    warehouseCreate: { companyId, code: 'TRIAL', name: 'Trial' },
    companyCreate: {
      ...{ code: 'TRIAL', name: 'Trial', countryCode: 'US', baseCurrency: 'USD' },
      timeZone: 'Etc/UTC',
    },
    companyChange: { id: companyId, legalName: 'Trial' },
    journalEntryCreate: {
      ...{ companyId, description: 'Trial', documentOn: today() },
      lines: [entry('DEBIT', 0), entry('CREDIT', 1)],
    },
    fiscalPeriodSoftClose: { id: periodId },
  };
}

function buying(quiet: Quiet): Record<string, object> {
  const { companyId, warehouseId, supplierId, partId: itemId, purchaseOrderId } = quiet;
  const lines = [{ itemId, quantity: '6', unitPrice: '2' }];
  const bought = { companyId, warehouseId, itemId, quantity: '6', supplierId };
  return {
    supplierUpsert: { code: 'TRIAL-S', name: 'Trial', currency: 'USD' },
    suppliersBulk: { rows: [{ code: 'TRIAL-S', name: 'Trial', currency: 'USD' }] },
    supplierPriceSet: { supplierId, itemId, leadTimeDays: 3, unitPrice: '2' },
    purchaseOrderCreate: { companyId, warehouseId, supplierId, lines },
    purchaseOrdersBulk: { rows: [{ companyId, warehouseId, supplierId, lines }] },
    purchaseOrdersBuy: { rows: [bought] },
    purchaseOrderSubmit: { id: purchaseOrderId },
    purchaseOrderChange: { id: purchaseOrderId, supplierReference: 'Trial' },
    purchaseOrderCancel: { id: purchaseOrderId, reason: 'Tried' },
  };
}
