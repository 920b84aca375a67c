-- Who sees all companies names none: orders of a day, and the newest first, are found without one.
CREATE INDEX "SalesOrder_documentOn_id_idx" ON "SalesOrder"("documentOn", "id");
