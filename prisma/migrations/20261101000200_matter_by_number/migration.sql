-- People ask for a matter by its number alone.
-- CreateIndex
CREATE INDEX "matter_number_idx" ON "matter"("number");
