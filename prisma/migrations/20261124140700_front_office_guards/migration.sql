-- What the Prisma schema cannot say of the front office.

-- ------------------------------------------------------------------------------------------- crm

alter table "OpportunityStage" add constraint "OpportunityStage_numbers"
  check ("position" >= 1 and "probabilityPercent" between 0 and 100);

alter table "Opportunity"
  add constraint "Opportunity_status" check ("status" in ('OPEN', 'WON', 'LOST')),
  add constraint "Opportunity_closed" check (("status" = 'OPEN') = ("closedOn" is null)),
  add constraint "Opportunity_lost" check (("status" = 'LOST') = ("lostReason" is not null)),
  add constraint "Opportunity_numbers" check ("amount" >= 0 and "amount" < 'NaN'
    and ("probabilityPercent" is null or "probabilityPercent" between 0 and 100));

alter table "OpportunityLine" add constraint "OpportunityLine_numbers"
  check ("quantity" > 0 and "quantity" < 'NaN' and "unitPrice" >= 0 and "unitPrice" < 'NaN'
    and "netAmount" >= 0 and "netAmount" < 'NaN');

-- An opportunity is in one stage at a time; a stage that was closed in was left.
create unique index "OpportunityStageChange_current" on "OpportunityStageChange" ("opportunityId")
  where "leftAt" is null;
alter table "OpportunityStageChange"
  add constraint "OpportunityStageChange_times" check ("leftAt" >= "enteredAt"),
  add constraint "OpportunityStageChange_outcome"
    check ("outcome" is null or ("outcome" in ('WON', 'LOST') and "leftAt" is not null));

alter table "Activity"
  add constraint "Activity_kind" check ("kind" in ('CALL', 'VISIT', 'EMAIL', 'TASK', 'NOTE')),
  add constraint "Activity_status" check ("status" in ('PLANNED', 'DONE', 'CANCELLED')),
  add constraint "Activity_done" check (("status" = 'DONE') = ("doneAt" is not null));

-- What an opportunity is to do next.
create index "Activity_next" on "Activity" ("documentId", "dueAt") where "status" = 'PLANNED';

-- ----------------------------------------------------------------------------------------- sales

alter table "PriceList" add constraint "PriceList_validity" check ("validTo" >= "validFrom");
alter table "PriceListPrice"
  add constraint "PriceListPrice_validity" check ("validTo" >= "validFrom"),
  add constraint "PriceListPrice_numbers" check ("minQuantity" >= 0 and "minQuantity" < 'NaN'
    and "unitPrice" >= 0 and "unitPrice" < 'NaN');
-- One price for an item, unit and break that begins on a day, in one list.
create unique index "PriceListPrice_once" on "PriceListPrice"
  ("priceListId", "itemId", "unit", "minQuantity", coalesce("validFrom", '-infinity'));

alter table "SalesSettings" add constraint "SalesSettings_numbers"
  check ("minMarginPercent" between 0 and 100 and "maxDiscountPercent" between 0 and 100);

alter table "Quote"
  add constraint "Quote_status" check ("status" in ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'SENT',
    'ACCEPTED', 'PARTIALLY_ORDERED', 'LOST', 'EXPIRED', 'SUPERSEDED')),
  add constraint "Quote_validity" check ("validUntil" >= "documentOn"),
  add constraint "Quote_revision" check ("revision" >= 1
    and ("revision" = 1) = ("supersedesId" is null)),
  add constraint "Quote_amounts" check ("netAmount" >= 0 and "taxAmount" >= 0
    and "grossAmount" = "netAmount" + "taxAmount" and "grossAmount" < 'NaN'
    and "estimatedCost" >= 0 and "estimatedCost" < 'NaN'),
  add constraint "Quote_rate" check ("exchangeRate" > 0 and "exchangeRate" < 'NaN'),
  -- Four eyes: whoever wrote a quote did not approve it.
  add constraint "Quote_approved" check ("approvedById" <> "createdById");

alter table "QuoteLine"
  add constraint "QuoteLine_kind" check (
    "kind" = 'ITEM' and "itemId" is not null or "kind" = 'CHARGE' and "itemId" is null),
  add constraint "QuoteLine_quantity" check ("quantity" > 0 and "quantity" < 'NaN'
    and "stockFactor" > 0 and "stockFactor" < 'NaN'),
  add constraint "QuoteLine_ordered" check ("ordered" >= 0 and "ordered" <= "quantity"),
  add constraint "QuoteLine_amounts" check ("unitPrice" >= 0 and "unitPrice" < 'NaN'
    and "discountPercent" between 0 and 100 and "netAmount" >= 0 and "taxAmount" >= 0
    and "materialCost" >= 0 and "labourCost" >= 0 and "overheadCost" >= 0);
