-- Complaints about administrative decisions, requests of the Procuracy; complaints about cases that have ended; class d of the old law.

ALTER TYPE "MatterKind" ADD VALUE 'administrative_complaint' AFTER 'complaint';
ALTER TYPE "MatterKind" ADD VALUE 'procuracy_request' AFTER 'procuracy_recommendation';

CREATE TABLE "administrative_complaint" (
    "matter_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "remote" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "administrative_complaint_pkey" PRIMARY KEY ("matter_id")
);
ALTER TABLE "administrative_complaint"
  ADD CONSTRAINT "administrative_complaint_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT administrative_complaint_level CHECK (level IN (1, 2));

ALTER TABLE "complaint" ADD COLUMN "case_ended_on" DATE;
ALTER TABLE "denunciation" ADD COLUMN "case_ended_on" DATE;
ALTER TABLE "procuracy_act" ADD COLUMN "case_ended_on" DATE;

ALTER TABLE "complaint" DROP CONSTRAINT complaint_class;
ALTER TABLE "complaint" ADD CONSTRAINT complaint_class CHECK (class IN ('a', 'b', 'c', 'd'));
