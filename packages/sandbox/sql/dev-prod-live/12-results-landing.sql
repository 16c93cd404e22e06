-- What the test results service writes: one row per task execution, its tests nested.
CREATE SCHEMA IF NOT EXISTS awsdatacatalog.results_landing;

CREATE TABLE IF NOT EXISTS awsdatacatalog.results_landing.results__cedar__test_results__raw (
  project varchar,
  variant varchar,
  task_id varchar,
  execution integer,
  task_name varchar,
  display_task_name varchar,
  request_type varchar,
  task_create_time timestamp(6),
  results array(row(test_name varchar, display_test_name varchar, status varchar, test_start_time timestamp(6), duration_ns bigint)),
  "_extract_timestamp" timestamp(3)
);
