CREATE SCHEMA IF NOT EXISTS awsdatacatalog.dev_prod_live;

CREATE OR REPLACE VIEW awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1
COMMENT 'One row per finished execution of a task, archived executions included.'
AS
WITH executions AS (
  SELECT t._id AS task_id, t.*
  FROM awsdatacatalog.evergreen_landing.evergreen__mci__tasks__raw AS t
  UNION ALL
  SELECT regexp_replace(o._id, '_' || CAST(o.execution AS varchar) || '$') AS task_id, o.*
  FROM awsdatacatalog.evergreen_landing.evergreen__mci__old_tasks__raw AS o
), finished AS (
  SELECT e.*, date_format(e.finish_time, '%Y-%m-%d') AS finish_date
  FROM executions AS e
  WHERE e.finish_time IS NOT NULL
), members AS (
  SELECT
    f.display_task_id,
    array_agg(
      CAST(ROW(f.task_id, f.execution, f.finish_date) AS row(task_id varchar, execution bigint, finish_date varchar))
      ORDER BY f.task_id, f.execution
    ) AS execution_tasks
  FROM finished AS f
  WHERE f.display_task_id IS NOT NULL
  GROUP BY f.display_task_id
), detailed AS (
  SELECT
    f.*,
    CAST(json_parse(f.details_json) AS row(
      status varchar,
      message varchar,
      type varchar,
      "desc" varchar,
      timed_out boolean,
      timeout_type varchar,
      timeout_duration bigint,
      trace_id varchar,
      oom_killer_detected boolean
    )) AS ending
  FROM finished AS f
)
SELECT
  d.task_id,
  CAST(d.execution AS bigint) AS execution,
  d.display_name,
  d.version AS version_id,
  d.build_id,
  CAST(d."order" AS bigint) AS "order",
  d.gitspec AS revision,
  d.requester,
  d.tags,
  d.priority,
  d.task_group,
  CAST(d.task_group_max_hosts AS bigint) AS task_group_max_hosts,
  CAST(d.task_group_order AS bigint) AS task_group_order,
  CAST(d.depends_on AS array(row(
    task_id varchar,
    status varchar,
    unattainable boolean,
    finished boolean,
    omit_generated_tasks boolean
  ))) AS depends_on,
  CAST(d.num_dependents AS bigint) AS num_dependents,
  d.override_dependencies,
  d.display_task_id,
  parent.display_name AS display_task_display_name,
  CAST(d.display_only AS varchar) AS display_only,
  m.execution_tasks,
  d.activated_by,
  CAST(d.create_time AS timestamp(3)) AS create_time,
  CAST(d.ingest_time AS timestamp(3)) AS ingest_time,
  CAST(d.dispatch_time AS timestamp(3)) AS dispatch_time,
  CAST(d.scheduled_time AS timestamp(3)) AS scheduled_time,
  CAST(d.start_time AS timestamp(3)) AS start_time,
  CAST(d.finish_time AS timestamp(3)) AS finish_time,
  CAST(d.activated_time AS timestamp(3)) AS activated_time,
  CAST(d.dependencies_met_time AS timestamp(3)) AS dependencies_met_time,
  d.time_taken_ns AS time_taken,
  d.distro,
  d.secondary_distros,
  b.build_variant,
  b.display_name AS build_variant_display_name,
  coalesce(d.execution_platform, 'host') AS execution_platform,
  d.host_id,
  d.pod_id,
  d.generate_task,
  d.generated_by,
  d.status,
  CAST(ROW(
    d.ending.status,
    d.ending.message,
    d.ending.type,
    d.ending."desc",
    d.ending.timed_out,
    d.ending.timeout_type,
    d.ending.timeout_duration,
    d.ending.trace_id
  ) AS row(
    status varchar,
    message varchar,
    type varchar,
    "desc" varchar,
    timed_out boolean,
    timeout_type varchar,
    timeout_duration bigint,
    trace_id varchar
  )) AS details,
  coalesce(d.ending.oom_killer_detected, false) AS oom_killer_detected,
  CAST(ROW(map_entries(d.module_prefixes)) AS row(prefixes array(row(k varchar, v varchar)))) AS modules,
  d.abort,
  d.finish_date,
  d.branch AS project_id
FROM detailed AS d
LEFT JOIN awsdatacatalog.evergreen_landing.evergreen__mci__builds__raw AS b ON b._id = d.build_id
LEFT JOIN awsdatacatalog.evergreen_landing.evergreen__mci__tasks__raw AS parent ON parent._id = d.display_task_id
LEFT JOIN members AS m ON m.display_task_id = d.task_id;

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1.task_id IS 'Id of the task; unique together with execution.';

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1.execution IS 'Number of the execution, from 0.';

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1.time_taken IS 'Run time in nanoseconds.';

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1.finish_date IS 'Day of finish_time in UTC, as YYYY-MM-DD.';
