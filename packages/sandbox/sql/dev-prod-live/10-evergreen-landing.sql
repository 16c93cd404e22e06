-- What the Evergreen team loads from its database, one row per document; nobody outside the team reads it.
CREATE SCHEMA IF NOT EXISTS awsdatacatalog.evergreen_landing;

CREATE TABLE IF NOT EXISTS awsdatacatalog.evergreen_landing.evergreen__mci__tasks__raw (
  _id varchar,
  branch varchar,
  execution integer,
  display_name varchar,
  version varchar,
  build_id varchar,
  "order" integer,
  gitspec varchar,
  requester varchar,
  tags array(varchar),
  priority bigint,
  task_group varchar,
  task_group_max_hosts integer,
  task_group_order integer,
  depends_on array(row(_id varchar, status varchar, unattainable boolean, finished boolean, omit_generated_tasks boolean)),
  num_dependents integer,
  override_dependencies boolean,
  display_task_id varchar,
  display_only boolean,
  activated_by varchar,
  create_time timestamp(6),
  ingest_time timestamp(6),
  dispatch_time timestamp(6),
  scheduled_time timestamp(6),
  start_time timestamp(6),
  finish_time timestamp(6),
  activated_time timestamp(6),
  dependencies_met_time timestamp(6),
  time_taken_ns bigint,
  distro varchar,
  secondary_distros array(varchar),
  execution_platform varchar,
  host_id varchar,
  pod_id varchar,
  generate_task boolean,
  generated_by varchar,
  status varchar,
  details_json varchar,
  module_prefixes map(varchar, varchar),
  abort boolean,
  "_extract_timestamp" timestamp(3)
);

-- Executions that were run again; their _id ends in an underscore and the number of the execution.
CREATE TABLE IF NOT EXISTS awsdatacatalog.evergreen_landing.evergreen__mci__old_tasks__raw (
  LIKE awsdatacatalog.evergreen_landing.evergreen__mci__tasks__raw
);

CREATE TABLE IF NOT EXISTS awsdatacatalog.evergreen_landing.evergreen__mci__builds__raw (
  _id varchar,
  build_variant varchar,
  display_name varchar,
  "_extract_timestamp" timestamp(3)
);

CREATE TABLE IF NOT EXISTS awsdatacatalog.evergreen_landing.evergreen__mci__hosts__raw (
  _id varchar,
  provider varchar,
  instance_type varchar,
  "_extract_timestamp" timestamp(3)
);
