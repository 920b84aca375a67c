-- What a work order in progress threw away is no longer counted as planned for its line: it is open
-- to be made up for. Brings lines of orders that are being made to what is counted from now on.
update "SalesOrderLine" l
set "planned" = made.planned, "version" = l."version" + 1
from (
  select w."salesOrderLineId" as id, sum(round(case
      when w."status" in ('COMPLETED', 'CLOSED', 'CANCELLED') then w."completed"
      else w."quantity" - w."scrapped" end / o."stockFactor", 9)) as planned
  from "WorkOrder" w join "SalesOrderLine" o on o."id" = w."salesOrderLineId"
  where w."parentWorkOrderId" is null
  group by 1
) made
where l."id" = made.id and l."planned" <> made.planned;
