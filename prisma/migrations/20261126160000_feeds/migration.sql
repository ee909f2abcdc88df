-- Secret addresses under which an officer's calendar program reads that officer's limits. Of the secret only a digest is kept.

CREATE TABLE "feed" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "etag" TEXT,
    "changed_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "feed_token_hash_key" ON "feed"("token_hash");
CREATE INDEX "feed_officer_id_idx" ON "feed"("officer_id");
ALTER TABLE "feed" ADD CONSTRAINT "feed_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE feed ADD CONSTRAINT feed_token_hash CHECK (token_hash ~ '^[0-9a-f]{64}$');
-- A new address ends the one before it.
CREATE UNIQUE INDEX feed_one_in_force ON feed (officer_id) WHERE revoked_at IS NULL;
