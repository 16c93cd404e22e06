-- What the costs team loads from its cloud bills.
CREATE SCHEMA IF NOT EXISTS awsdatacatalog.costs_landing;

CREATE TABLE IF NOT EXISTS awsdatacatalog.costs_landing.aws__ec2__hourly_rates__raw (
  instance_type varchar,
  valid_from date,
  valid_until date,
  net_rate decimal(12,6),
  "_extract_timestamp" timestamp(3)
);
